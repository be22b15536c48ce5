package datatype

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// question is one line for testdata/XercesJudge.java with our own answer.
type question struct {
	line string
	what string
	ours bool
}

// askXerces compares answers. The exceptions say, by what is asked, why the
// two differ on purpose; one that is not needed is an error.
func askXerces(t *testing.T, questions []question, exceptions map[string]string) {
	t.Helper()
	java, err := exec.LookPath("java")
	if _, missing := exec.LookPath("javac"); err != nil || missing != nil {
		t.Skip("there is no JDK to compile and run the judge with")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	var in, out bytes.Buffer
	for _, q := range questions {
		fmt.Fprintln(&in, q.line)
	}
	judge := exec.CommandContext(ctx, java, "-Dfile.encoding=UTF-8", "testdata/XercesJudge.java")
	judge.Stdin, judge.Stdout = &in, &out
	if err := judge.Run(); err != nil {
		t.Fatal(err)
	}
	answers := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(answers) != len(questions) {
		t.Fatalf("%d answers to %d questions", len(answers), len(questions))
	}
	used := map[string]bool{}
	for i, q := range questions {
		differs := q.ours != (answers[i] == "valid")
		if _, ok := exceptions[q.what]; ok {
			used[q.what] = used[q.what] || differs
		} else if differs {
			t.Errorf("%s: we say %v, Xerces %s", q.what, q.ours, answers[i])
		}
	}
	for what := range exceptions {
		if !used[what] {
			t.Errorf("the exception for %s is not needed", what)
		}
	}
	t.Logf("%d answers compared", len(answers))
}

func escaped(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return b.String()
}

// typeLine writes steps of restriction as nested simpleType elements.
func typeLine(base string, steps [][]string) string {
	inner := `<xs:restriction base="xs:` + base + `">`
	for i, step := range steps {
		if i > 0 {
			inner = `<xs:restriction><xs:simpleType>` + inner + `</xs:restriction></xs:simpleType>`
		}
		for _, s := range step {
			name, value, _ := strings.Cut(s, "=")
			name, fixed := strings.CutSuffix(name, "!")
			inner += fmt.Sprintf(`<xs:%s value="%s" fixed="%v"/>`, name, escaped(value), fixed)
		}
	}
	line := `<xs:simpleType>` + inner + `</xs:restriction></xs:simpleType>`
	// The schema for schemas has no fixed on these two.
	line = strings.ReplaceAll(line, `" fixed="false"/>`, `"/>`)
	return "T\t" + line
}

// xercesDiffers says why an answer differs on purpose.
var xercesDiffers = map[string]string{
	"gMonth --01--":       "a form of the first edition, which the conformance suite refuses",
	"gMonth --01--Z":      "a form of the first edition",
	"gMonth --05---05:00": "a form of the first edition",

	"duration PT.5S": "by §3.2.6.1 digits stand on both sides of the point",

	"length=2: é\U0001F600":               "Xerces counts UTF-16 units",
	"maxLength=99999999999999999999":      "Xerces counts with 32 bits",
	"maxLength=99999999999999999999: abc": "Xerces counts with 32 bits",

	"an exclusive bound again where a pattern rules it out": "by §4.3.8 it may be that of the base, which is no value of it",

	"minExclusive at the base's maxInclusive":         "Xerces looks at the bounds of one step only",
	"maxExclusive at the base's minInclusive":         "Xerces looks at the bounds of one step only",
	"fewer totalDigits than inherited fractionDigits": "Xerces looks at the digits of one step only",

	"x{0,2147483648}":    "Xerces counts with 32 bits",
	"x{0,2147483648} ":   "Xerces counts with 32 bits",
	"x{0,2147483648} xx": "Xerces counts with 32 bits",
	"[a-z--[b-z]]":       "the conformance suite accepts it",
	"[a-z--[b-z]] a":     "the conformance suite accepts it",
	"[a-z--[b-z]] -":     "the conformance suite accepts it",
	". \u2028":           "Appendix F has only \\n and \\r out of .",
	"\\p{Co} \U00100000": "Xerces knows no private use beyond the first plane",
	"\\p{Cs}":            "the second edition has no surrogates",
	"\\p{Greek}":         "the grammar wants Is before a block",
	"\\é":                "the grammar has no such escape",
}

func TestXercesAgrees(t *testing.T) {
	askXerces(t, slices.Concat(lexicalQuestions(t), restrictQuestions(), patternQuestions(),
		facetQuestions(), orderQuestions()), xercesDiffers)
}

func lexicalQuestions(t *testing.T) []question {
	var questions []question
	for _, c := range lexicalCases {
		if c.typ == "anySimpleType" {
			continue // it cannot be restricted
		}
		typ := builtin(t, c.typ)
		questions = append(questions, question{typeLine(c.typ, [][]string{nil}), c.typ, true})
		for _, text := range slices.Concat(c.valid, c.invalid) {
			_, err := typ.Parse(text, func(p string) (string, bool) { return "urn:p", p == "p" })
			questions = append(questions, question{"V\t" + escaped(text), c.typ + " " + text, err == nil})
		}
	}
	return questions
}

func restrictQuestions() []question {
	var questions []question
	for _, c := range restrictCases {
		questions = append(questions, question{typeLine(c.base, c.steps), c.name, c.want == nil})
	}
	return questions
}

func facetQuestions() []question {
	var questions []question
	for _, c := range facetCases {
		if strings.Contains(c.step[0], "enumeration=p:") {
			continue // the document there declares other prefixes
		}
		questions = append(questions, question{typeLine(c.base, [][]string{c.step}), strings.Join(c.step, " "), true})
		for _, text := range c.right {
			questions = append(questions, question{"V\t" + escaped(text), strings.Join(c.step, " ") + ": " + text, true})
		}
		for text := range c.wrong {
			questions = append(questions, question{"V\t" + escaped(text), strings.Join(c.step, " ") + ": " + text, false})
		}
	}
	return questions
}

// orderQuestions ask whether a value is at least another.
func orderQuestions() []question {
	var questions []question
	for _, c := range orderCases {
		if !Builtin(c.typ).kind.isOrdered() {
			continue
		}
		least := question{typeLine(c.typ, [][]string{{"minInclusive=" + c.b}}), c.typ + " from " + c.b, true}
		within := question{"V\t" + escaped(c.a), c.typ + " " + c.a + " from " + c.b, c.want == Greater || c.want == Equal}
		questions = append(questions, least, within)
	}
	return questions
}

func patternQuestions() []question {
	var questions []question
	for _, c := range patternCases {
		questions = append(questions, question{patternLine(c.source), c.source, true})
		for i, text := range slices.Concat(c.match, c.no) {
			if isXMLText(text) {
				questions = append(questions, question{"V\t" + escaped(text), c.source + " " + text, i < len(c.match)})
			}
		}
	}
	for _, source := range wrongPatterns {
		questions = append(questions, question{patternLine(source), source, false})
	}
	return questions
}

func patternLine(source string) string {
	return typeLine("string", [][]string{{"pattern=" + source}})
}

// isXMLText tells what a document can hold.
func isXMLText(s string) bool {
	chars := preferredRunes[len(preferredRunes)-1]
	for _, r := range s {
		if !chars.contains(r) {
			return false
		}
	}
	return utf8.ValidString(s)
}
