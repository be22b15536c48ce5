package xmltext

import (
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"
)

// utf16Text encodes text with its byte order mark where there is one.
func utf16Text(text string, order binary.AppendByteOrder) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

func latin1(text string) string {
	var b []byte
	for _, r := range text {
		b = append(b, byte(r))
	}
	return string(b)
}

func TestEncodings(t *testing.T) {
	doc := func(label string) string { return `<?xml version="1.0" encoding="` + label + `"?><é a="ü">ÿ x</é>` }
	const want = "start |é {} depth 1 |a{}=\"ü\"\ntext \"ÿ x\"\nend |é {} depth 1\n"
	tests := map[string]string{
		"UTF-8":                    doc("UTF-8"),
		"utf-8":                    doc("utf-8"),
		"UTF-8 with mark":          "\uFEFF" + doc("utf-8"),
		"mark without declaration": "\uFEFF" + `<é a="ü">ÿ x</é>`,
		"ISO-8859-1":               latin1(doc("ISO-8859-1")),
		"latin1":                   latin1(doc("latin1")),
		"US-ASCII":                 `<?xml version="1.0" encoding="US-ASCII"?><` + "a" + ` a="&#xFC;">&#255; x</a>`,
		"UTF-16BE":                 utf16Text("\uFEFF"+doc("UTF-16"), binary.BigEndian),
		"UTF-16LE":                 utf16Text("\uFEFF"+doc("utf-16"), binary.LittleEndian),
		"UTF-16 no declaration":    utf16Text("\uFEFF"+`<é a="ü">ÿ x</é>`, binary.LittleEndian),
		"UTF-16LE without mark":    utf16Text(doc("UTF-16LE"), binary.LittleEndian),
		"single quotes, spaces":    strings.Replace(doc("UTF-8"), ` encoding="UTF-8"`, "\n encoding = 'UTF-8' ", 1),
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			got, difference := same(text, Options{})
			if difference != "" {
				t.Error(difference)
			}
			if got = withoutPlaces(got); name == "US-ASCII" {
				got = strings.ReplaceAll(got, "|a {}", "|é {}")
			}
			if got != want {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

// withoutPlaces removes positions from a dump.
func withoutPlaces(dump string) string {
	var b strings.Builder
	for line := range strings.Lines(dump) {
		var kept []string
		for word := range strings.SplitSeq(strings.TrimSuffix(line, "\n"), " ") {
			word, _, _ = strings.Cut(word, "@")
			if word != "" {
				kept = append(kept, word)
			}
		}
		b.WriteString(strings.Join(kept, " ") + "\n")
	}
	return b.String()
}

func TestPositionsInOtherEncodings(t *testing.T) {
	for name, text := range map[string]string{
		"latin1": latin1("<?xml version='1.0' encoding='latin1'?>\n<é>ü<b></é>"),
		"UTF-16": utf16Text("\uFEFF<?xml version='1.0' encoding='UTF-16'?>\n<é>ü<b></é>", binary.BigEndian),
		"UTF-8":  "\uFEFF<?xml version='1.0' encoding='UTF-8'?>\n<é>ü<b></é>",
	} {
		err := scanAll(NewBytesScanner([]byte(text), Options{}))
		if err == nil || err.Error() != "2:8: the end tag </é> does not match the start tag <b>" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWrongEncodingsAreRefused(t *testing.T) {
	tests := []struct{ name, doc, want string }{
		{"mark against declaration", "\uFEFF<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "the declaration says ISO-8859-1, but the document is in UTF-8"},
		{"UTF-16 against declaration", utf16Text("\uFEFF<?xml version='1.0' encoding='UTF-8'?><a/>", binary.BigEndian), "the declaration says UTF-8, but the document is in UTF-16"},
		{"UTF-16 without anything", utf16Text("<a/>", binary.BigEndian), "UTF-16 without a byte order mark needs an XML declaration"},
		{"UTF-32", "\x00\x00\xFE\xFF\x00\x00\x00<", "looks like UTF-32 or EBCDIC"},
		{"EBCDIC", "\x4C\x6F\xA7\x94", "looks like UTF-32 or EBCDIC"},
		{"unknown", "<?xml version='1.0' encoding='Big5'?><a/>", "the encoding Big5 is not supported"},
		{"not ASCII", "<?xml version='1.0' encoding='US-ASCII'?><a>\xFC</a>", "a byte that is not US-ASCII"},
		{"unpaired surrogate", "\xFE\xFF\x00<\x00a\x00>\xD8\x00\x00x", "an unpaired surrogate in UTF-16"},
		{"half a character", "\xFE\xFF\x00<\x00a\x00>\x00", "the document ends inside a UTF-16 character"},
		{"latin1 without declaration", "<a>\xFC</a>", "invalid UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, difference := same(tt.doc, Options{})
			if !strings.Contains(got, "error ") || !strings.Contains(got, tt.want) {
				t.Errorf("got %s", got)
			}
			if difference != "" {
				t.Error(difference)
			}
		})
	}
}

func TestADeclarationOfUTF16ThatIsReadAsUTF8IsWrong(t *testing.T) {
	for _, label := range []string{"utf-16", "UTF-16LE", "UCS-2"} {
		if err := scanAll(NewBytesScanner([]byte("<?xml version='1.0' encoding='"+label+"'?><a>é</a>"), Options{})); err != nil {
			t.Errorf("%s: %v", label, err)
		}
	}
}

func TestXML11IsRead(t *testing.T) {
	head := "<?xml version='1.1'?>"
	for doc, want := range map[string]string{
		"<a>1</a>":                           "1",
		"<a>1\u00852</a>":                    "1\n2",
		"<a>1\r\u00852\r\n3\u20284\r5</a>":   "1\n2\n3\n4\n5",
		"<a>&#1;&#x85;</a>":                  "\x01\u0085",
		"<a>é\u00e9\U0001F600</a>":           "éé\U0001F600",
		"\u0085<!--x-->\u2028<a>1</a>\u0085": "1",
	} {
		for _, s := range []*Scanner{NewBytesScanner([]byte(head+doc), Options{}), NewScanner(iotest.OneByteReader(strings.NewReader(head+doc)), Options{})} {
			got := ""
			for k := s.Next(); k != EOF; k = s.Next() {
				if k == CharData {
					got += string(s.Text())
				}
			}
			if got != want || s.Err() != nil {
				t.Errorf("%q: got %q, %v", doc, got, s.Err())
			}
		}
	}
	for _, doc := range []string{"<a>\u0081</a>", "<a>\x01</a>", "<a>&#0;</a>", "<a>\x7F</a>"} {
		if err := scanAll(NewBytesScanner([]byte(head+doc), Options{})); err == nil {
			t.Errorf("%q is read", doc)
		}
	}
}

func TestCharsetOption(t *testing.T) {
	rot := Options{Charset: func(label string, r io.Reader) (io.Reader, error) {
		if label != "x-upper" {
			return nil, errors.New("never heard of it")
		}
		b, err := io.ReadAll(r)
		return strings.NewReader(strings.ToUpper(string(b))), err
	}}
	got, difference := same("<?xml version='1.0' encoding='x-upper'?><a>b</a>", rot)
	if want := "start |A {} depth 1 @1:41+40\ntext \"B\" @1:44\nend |A {} depth 1\n"; got != want || difference != "" {
		t.Errorf("got %s, want %s%s", got, want, difference)
	}
	got, _ = same("<?xml version='1.0' encoding='x-lower'?><a>b</a>", rot)
	if !strings.Contains(got, "the encoding x-lower is not supported: never heard of it") {
		t.Error(got)
	}
}

func TestSizeLimitCountsWhatIsScanned(t *testing.T) {
	doc := latin1("<?xml version='1.0' encoding='latin1'?><a>" + strings.Repeat("ü", 1000) + "</a>")
	if err := scanAll(NewBytesScanner([]byte(doc), Options{Limits: Limits{Size: 2046}})); err != nil {
		t.Error(err)
	}
	if err := scanAll(NewBytesScanner([]byte(doc), Options{Limits: Limits{Size: 2045}})); !errors.Is(err, ErrLimit) {
		t.Error(err)
	}
}

// TestEncodingsThatOnlyAnOptionReads: what begins as UTF-32 or EBCDIC does is asked for whole, by the name of its encoding.
func TestEncodingsThatOnlyAnOptionReads(t *testing.T) {
	for begin, label := range map[string]string{
		"\x00\x00\xFE\xFF": "UTF-32BE", "\x00\x00\x00<": "UTF-32BE", "\xFF\xFE\x00\x00": "UTF-32LE", "<\x00\x00\x00": "UTF-32LE",
		"\x4C\x6F\xA7\x94": "IBM037",
	} {
		for _, read := range []string{"<?xml version='1.0' encoding='any'?><a>b</a>", "\uFEFF<?xml version='1.1'?><a>b</a>", "<a>b</a>"} {
			o := Options{Charset: func(asked string, r io.Reader) (io.Reader, error) {
				if b, err := io.ReadAll(r); err != nil || asked != label || string(b) != begin+"rest" {
					t.Errorf("%q: asked for %s with %q, %v", begin, asked, b, err)
				}
				return strings.NewReader(read), nil
			}}
			got, difference := same(begin+"rest", o)
			if want := "start |a {} depth 1\ntext \"b\"\nend |a {} depth 1\n"; withoutPlaces(got) != want || difference != "" {
				t.Errorf("%q as %q: got %s%s", begin, read, got, difference)
			}
		}
		refuse := Options{Charset: func(string, io.Reader) (io.Reader, error) { return nil, nil }}
		err := scanAll(NewBytesScanner([]byte(begin), refuse))
		if err == nil || !errors.Is(err, errors.ErrUnsupported) || !strings.Contains(err.Error(), "the encoding "+label+" is not supported") {
			t.Errorf("%q: %v", begin, err)
		}
	}
}

func TestDeclarationsOfXML(t *testing.T) {
	for decl, want := range map[string]string{
		`<?xml version="1.0"?>`:                                         "1.0  ",
		`<?xml version='1.0' standalone='yes'?>`:                        "1.0  yes",
		"<?xml\tversion = '1.12'\n encoding='utf-8' standalone='no' ?>": "1.12 utf-8 no",
		`<?xml version=""?>`:                                            "not of the form",
		`<?xml version="1.0" encoding=""?>`:                             "not of the form",
		`<?xml version="1.0" standalone=""?>`:                           "not of the form",
		`<?xml version="1."?>`:                                          "not of the form",
		`<?xml version="2.0"?>`:                                         "not of the form",
		`<?xml version="1.0a"?>`:                                        "not of the form",
		`<?xml encoding="utf-8"?>`:                                      "not of the form",
		`<?xml version="1.0"encoding="utf-8"?>`:                         "not of the form",
		`<?xml version="1.0" standalone="no" encoding="utf-8"?>`:        "not of the form",
		`<?xml version="1.0' ?>`:                                        "not of the form",
		`<?xml version=1.0?>`:                                           "not of the form",
		`<?xml version?>`:                                               "not of the form",
		`<?xml version="1.0" more="1"?>`:                                "not of the form",
		`<?xml version="1.0" standalone="maybe"?>`:                      "neither yes nor no",
		`<?xml version="1.0" encoding="8utf"?>`:                         "names no encoding that XML allows",
		`<?xml version="1.0" encoding="utf 8"?>`:                        "names no encoding that XML allows",
		`<?xml version="1.0"`:                                           "the document ends inside the XML declaration",
	} {
		s := NewBytesScanner([]byte(decl+"<a/>"), Options{})
		s.Next()
		d := s.Declaration()
		got := d.Version + " " + d.Encoding + " " + d.Standalone
		if err := s.Err(); err != nil {
			got = err.Error()
		}
		if got != want && (want[0] == '1' || !strings.Contains(got, want)) {
			t.Errorf("%s: got %q, want %q", decl, got, want)
		}
	}
}
