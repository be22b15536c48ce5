package charset_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode/utf32"

	"github.com/wbxgen/wbxgen/wire/charset"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// letters are texts one of which each encoding can write.
var letters = []string{"Привет", "Ελληνικά", "שלום", "مرحبا", "สวัสดี", "日本語", "한국어", "你好", "ăîșț", "çğış", "āčģ", "éüß", "abc"}

// encodings are all that package charset should know, with a name of each.
func encodings() map[string]encoding.Encoding {
	all := map[string]encoding.Encoding{
		"UTF-32": utf32.UTF32(utf32.BigEndian, utf32.UseBOM), "UTF-32LE": utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM),
		"UTF-32BE": utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM),
	}
	lists := [][]encoding.Encoding{charmap.All, japanese.All, korean.All, simplifiedchinese.All, traditionalchinese.All}
	for _, list := range lists {
		for _, e := range list {
			for _, name := range []func(encoding.Encoding) (string, error){ianaindex.IANA.Name, ianaindex.MIME.Name, htmlindex.Name} {
				if label, err := name(e); err == nil && label != "" {
					all[label] = e
				}
			}
		}
	}
	return all
}

// read returns the text of the document <a>…</a>.
func read(s *xmltext.Scanner) (text string, err error) {
	for k := s.Next(); k != xmltext.EOF; k = s.Next() {
		if k == xmltext.CharData {
			text += string(s.Text())
		}
	}
	return text, s.Err()
}

func TestEveryEncodingIsRead(t *testing.T) {
	known := encodings()
	if len(known) < 60 {
		t.Errorf("only %d names", len(known))
	}
	for label, e := range known {
		if strings.Contains(label, ":") { // XML allows no such name (production 81)
			continue
		}
		tried := false
		for _, text := range letters {
			doc, err := e.NewEncoder().String("<?xml version='1.0' encoding='" + label + "'?><a>" + text + "</a>")
			if err != nil {
				continue
			}
			tried = true
			for _, s := range []*xmltext.Scanner{
				xmltext.NewBytesScanner([]byte(doc), xmltext.Options{Charset: charset.All}), xmltext.NewScanner(iotest.OneByteReader(strings.NewReader(doc)), xmltext.Options{Charset: charset.All}),
			} {
				if got, err := read(s); got != text || err != nil {
					t.Errorf("%s: got %q, %v, want %q", label, got, err, text)
				}
			}
		}
		if !tried {
			t.Errorf("%s writes none of the texts", label)
		}
	}
}

func TestWhatIsNoCharacterIsAnError(t *testing.T) {
	for _, doc := range []string{"<?xml version='1.0' encoding='GBK'?><a>\xFF</a>", "<?xml version='1.0' encoding='Shift_JIS'?><a>\x81</a>"} {
		if got, err := read(xmltext.NewBytesScanner([]byte(doc), xmltext.Options{Charset: charset.All})); err == nil {
			t.Errorf("%q is read as %q", doc, got)
		}
	}
	_, err := read(xmltext.NewBytesScanner([]byte("<?xml version='1.0' encoding='x-nowhere'?><a/>"), xmltext.Options{Charset: charset.All}))
	if !errors.Is(err, errors.ErrUnsupported) || !strings.Contains(err.Error(), "no encoding has that name") {
		t.Error(err)
	}
}
