package validate_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// randomGroup writes a model group of names of one letter.
func randomGroup(r *rand.Rand, depth int) string {
	kind := []string{"sequence", "choice"}[r.IntN(2)]
	var b strings.Builder
	fmt.Fprintf(&b, "<xs:%s%s>", kind, randomOccurs(r))
	for range 1 + r.IntN(3) {
		if depth > 0 && r.IntN(2) == 0 {
			b.WriteString(randomGroup(r, depth-1))
		} else {
			fmt.Fprintf(&b, `<xs:element name="%c" type="xs:string"%s/>`, 'a'+rune(r.IntN(4)), randomOccurs(r))
		}
	}
	fmt.Fprintf(&b, "</xs:%s>", kind)
	return b.String()
}

func randomOccurs(r *rand.Rand) string {
	if r.IntN(2) == 0 {
		return ""
	}
	low, high := r.IntN(4), r.IntN(5)
	if high == 0 {
		return fmt.Sprintf(` minOccurs="%d" maxOccurs="unbounded"`, low)
	}
	return fmt.Sprintf(` minOccurs="%d" maxOccurs="%d"`, min(low, high), high)
}

// ends are the places, as bits, where a match of p can end in the word that
// begins at one of the places in from: the rules of Part 1 §3.8.4 and §3.9.4 as
// they stand, without any thought of speed.
func ends(p *xsd.Particle, word string, from uint64) uint64 {
	all, now := uint64(0), from
	if p.Min == 0 {
		all = from
	}
	for round := 1; round <= len(word)+p.Min+1 && (p.Max == xsd.Unbounded || round <= p.Max); round++ {
		now = endsOnce(p.Term, word, now)
		if round >= p.Min {
			all |= now
		}
	}
	return all
}

func endsOnce(t xsd.Term, word string, from uint64) uint64 {
	to := uint64(0)
	switch t := t.(type) {
	case *xsd.ElementDecl:
		for i := range len(word) {
			if from&(1<<i) != 0 && word[i:i+1] == t.Name.Local {
				to |= 1 << (i + 1)
			}
		}
	case *xsd.ModelGroup:
		if t.Compositor == xsd.Sequence {
			to = from
		}
		for _, p := range t.Particles {
			if t.Compositor == xsd.Choice {
				to |= ends(p, word, from)
			} else {
				to = ends(p, word, to)
			}
		}
	}
	return to
}

// words calls visit for all words of the letters a to d up to a length.
func words(length int, visit func(string)) {
	visit("")
	if length == 0 {
		return
	}
	words(length-1, func(w string) {
		if len(w) == length-1 {
			for _, c := range "abcd" {
				visit(w + string(c))
			}
		}
		if w != "" {
			visit(w)
		}
	})
}

func TestContentModelsAcceptWhatTheRecommendationSays(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	tries, models, counted := 80, 0, 0
	if os.Getenv("WBXGEN_LONG") != "" {
		tries = 600
	}
	for range tries {
		group := randomGroup(r, 2)
		schema, ok := tryCompile(t, `<xs:element name="r"><xs:complexType>`+group+`</xs:complexType></xs:element>`)
		if !ok {
			continue
		}
		models++
		if strings.Contains(group, `maxOccurs="2"`) {
			counted++
		}
		typ := schema.Element(xsd.QName{Local: "r"}).Type.(*xsd.ComplexType)
		v := validate.New(schema, validate.Options{})
		words(5, func(word string) {
			want := word == ""
			if p := typ.Content.Particle; p != nil {
				want = ends(p, word, 1)&(1<<len(word)) != 0
			}
			if got := v.ValidateBytes(document(word), "d").Valid(); got != want {
				t.Fatalf("%s\n%q: got %v, want %v", group, word, got, want)
			}
		})
	}
	t.Logf("%d models, %d of them with counts", models, counted)
	if models < tries/4 || counted < 10 {
		t.Error("too few random models were good for anything")
	}
}

// document has a root element r with an empty element for each letter.
func document(word string) []byte {
	var b strings.Builder
	b.WriteString("<r>")
	for _, c := range word {
		fmt.Fprintf(&b, "<%c/>", c)
	}
	b.WriteString("</r>")
	return []byte(b.String())
}

// tryCompile compiles components without a target namespace; ok is false where
// the content model is ambiguous.
func tryCompile(t *testing.T, components string) (*xsd.Schema, bool) {
	t.Helper()
	set, err := source.Open(written(t, map[string]string{"t.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">` + components + `</xs:schema>`}), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, problems := compile.Documents(set, []string{"t.xsd"}, compile.Options{})
	for _, p := range problems.Sorted() {
		if p.Code != "cos-nonambig" && p.Code != "cos-element-consistent" && p.Severity == diag.Error {
			t.Fatal(p)
		}
	}
	return schema, problems.Err() == nil
}
