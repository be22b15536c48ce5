package codec

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
)

const notedSession = `<?xml-stylesheet href="s.css"?>
<!-- first -->
<svc:session xmlns:svc="http://example.com/service" xmlns:com="http://example.com/common"><!-- the key --><svc:key>1<!--in-->2</svc:key>` +
	`<svc:token>a &amp; <!--after and-->b</svc:token><!--c1--><com:colour>RED</com:colour><!--c2--><?go on?><com:colour>BLUE</com:colour>` +
	`<svc:open>true</svc:open><!-- one --><svc:guest>A<!-- end of one --></svc:guest><svc:guest><!--in two-->B</svc:guest>` +
	`<!-- b too --><svc:a>1</svc:a><svc:b>x</svc:b><svc:a>2</svc:a><!-- b of 2 --><svc:b>y</svc:b>` +
	`<!-- raw --><o:x xmlns:o="urn:o">t<!--within-->u<?p?></o:x><!-- last --></svc:session>
<!-- behind -->
<?end?>`

func readNoted(t *testing.T, doc string, opts ...wire.Option) *session {
	t.Helper()
	v := new(session)
	if err := Unmarshal([]byte(doc), sessionName, v, opts...); err != nil {
		t.Fatal(err)
	}
	return v
}

func writeNoted(t *testing.T, v *session, opts ...wire.Option) string {
	t.Helper()
	out, err := Marshal(sessionName, v, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestCommentsComeBackAtTheirPlace(t *testing.T) {
	v := readNoted(t, notedSession, wire.Comments())
	first := writeNoted(t, v)
	if again := writeNoted(t, readNoted(t, first, wire.Comments())); again != first {
		t.Errorf("got %s, then %s", first, again)
	}
	// The declaration of the raw element's namespace moves to the root; all else is as it was.
	want := strings.Replace(notedSession, ` xmlns:o="urn:o"`, "", 1)
	want = strings.Replace(want, `<svc:session xmlns:svc="http://example.com/service" xmlns:com="http://example.com/common">`, first[strings.Index(first, "<svc:session"):strings.Index(first, "<!-- the key")], 1)
	if first != want {
		t.Errorf("got\n%s, want\n%s", first, want)
	}
	var plain session
	for way, deliver := range arrivals {
		plain = session{}
		if err := Decode(deliver(strings.NewReader(notedSession)), sessionName, &plain, wire.Comments()); err != nil {
			t.Fatal(way, err)
		}
		if got := writeNoted(t, &plain); got != first {
			t.Errorf("%s: got %s", way, got)
		}
	}
	if out := writeNoted(t, readNoted(t, notedSession)); strings.Contains(out, "<!") || strings.Contains(out, "<?") {
		t.Errorf("not asked for: %s", out)
	}
}

func TestCommentsGoWhereTheirElementGoes(t *testing.T) {
	v := readNoted(t, notedSession, wire.Comments())
	v.Guests[0], v.Guests[1] = v.Guests[1], v.Guests[0]
	v.Name = new(string) // before all others, in a place of its own
	out := writeNoted(t, v)
	for _, want := range []string{
		"<!--in two-->B</svc:guest><!-- one --><svc:guest>A<!-- end of one --></svc:guest>",
		"<!-- the key --><svc:key>1<!--in-->2</svc:key>", "<!-- last --></svc:session>",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is missing in %s", want, out)
		}
	}
	v.Guests = v.Guests[:1]
	v.Colours = v.Colours[:1]
	v.Key = 123456
	out = writeNoted(t, v)
	if strings.Contains(out, "<!-- one -->") || !strings.Contains(out, "1<!--in-->23456") || !strings.Contains(out, "<!--c2-->") {
		t.Errorf("got %s", out)
	}
	v.XMLExtra.ForgetComments()
	if out = writeNoted(t, v); strings.Contains(out, "first") || strings.Contains(out, "c1") || !strings.Contains(out, "in two") {
		t.Errorf("got %s", out)
	}
}

func TestCommentsAreIndented(t *testing.T) {
	v := new(session)
	v.XMLExtra.SetComments([]wire.Node{wire.CommentNode(" a session "), wire.InstructionNode("go", "")})
	v.Guests = []place{{}}
	v.Guests[0].XMLExtra.SetComments([]wire.Node{wire.CommentNode(" a guest "), wire.CommentNode("of ours")})
	out := writeNoted(t, v, wire.Indent("  "), wire.Declaration())
	const begin = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a session -->\n<?go?>\n<svc:session "
	if !strings.HasPrefix(out, begin) || !strings.Contains(out, "\n  <!-- a guest -->\n  <!--of ours-->\n  <svc:guest") {
		t.Errorf("got %s", out)
	}
	back := readNoted(t, out, wire.Comments())
	if again := writeNoted(t, back, wire.Indent("  "), wire.Declaration()); again != out {
		t.Errorf("got %s, then %s", out, again)
	}
}

func TestCommentsCutNoCharacter(t *testing.T) {
	v := readNoted(t, `<session xmlns="http://example.com/service"><key>1</key><name>a<!--x-->b<!--y-->c</name><token/><open>true</open></session>`, wire.Comments())
	for _, text := range []string{"éab", "aé", "é", "😀", "a", "", "&😀<", "ab😀c"} {
		v.Name = &text
		again := readNoted(t, writeNoted(t, v), wire.Comments())
		if *again.Name != text {
			t.Errorf("%q became %q", text, *again.Name)
		}
	}
}

func TestCommentsThatCannotBe(t *testing.T) {
	for _, n := range []wire.Node{
		wire.CommentNode("a--b"), wire.CommentNode("a-"), wire.CommentNode("\x01"), wire.CommentNode("a\rb"), wire.InstructionNode("a b", ""),
		wire.InstructionNode("xml", ""), wire.InstructionNode("a", "?>"), wire.TextNode("text"), {Name: wire.QName{Local: "e"}},
	} {
		v := new(session)
		v.XMLExtra.SetComments([]wire.Node{n})
		if out, err := Marshal(sessionName, v); err == nil {
			t.Errorf("%v: %s", n, out)
		}
	}
}

func TestCommentsInJSON(t *testing.T) {
	v := readNoted(t, notedSession, wire.Comments())
	data, err := json.Marshal(&v.XMLExtra)
	if err != nil {
		t.Fatal(err)
	}
	var back wire.Extra
	if err := json.Unmarshal(data, &back); err != nil || !back.Equal(v.XMLExtra) {
		t.Errorf("%v: %s became %v", err, data, back)
	}
	if strings.Count(string(data), "comment") < 8 || !strings.Contains(v.XMLExtra.String(), "comments") {
		t.Errorf("got %s, %s", data, v.XMLExtra)
	}
	back.ForgetComments()
	if back.Equal(v.XMLExtra) {
		t.Error("comments do not count")
	}
}

func TestCommentsInMixedContent(t *testing.T) {
	const doc = `<leaf>a<!--1--><leaf><?x y?>b</leaf>c<!--2-->d<!--3--></leaf>`
	var p page
	if err := Unmarshal([]byte(doc), leafName, &p, wire.Comments()); err != nil {
		t.Fatal(err)
	}
	if out, err := Marshal(leafName, &p); err != nil || string(out) != doc {
		t.Errorf("got %s, %v", out, err)
	}
	if err := validate(&p, false); err != nil {
		t.Error(err)
	}
	if got := wire.TextOf(p.Content); got != "abcd" {
		t.Errorf("got %q", got)
	}
}

// TestNotesWithinNames reads raw content whose names are cut by notes: their prefixes are declared where it is written.
func TestNotesWithinNames(t *testing.T) {
	for _, text := range []string{"p<!-- cut -->:name", "<?cut?>p:<!-- cut -->na<?cut?>me", "a<q>p<!-- cut -->:name</q>b"} {
		doc := `<svc:session xmlns:svc="http://example.com/service" xmlns:p="urn:p"><svc:key>1</svc:key><o:x xmlns:o="urn:o">` + text + `</o:x></svc:session>`
		if got := writeNoted(t, readNoted(t, doc, wire.Comments())); !strings.Contains(got, `xmlns:p="urn:p"`) {
			t.Errorf("%s: the prefix is not declared: %s", text, got)
		}
	}
}
