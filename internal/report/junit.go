package report

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// JUnit prints a result as a test report: a case for each operation or root, so
// that those without a break show too. A break that nobody has accepted is a
// failure; the other changes are in the output of their cases.
func JUnit(w io.Writer, r *change.Result, o Options) error {
	suite := junitSuite{Name: r.Old.Label + " to " + r.New.Label}
	v := newViewer(r, o, func(s string) string { return s })
	all := v.words.list(r)
	by, beyond := v.hits(r)
	for _, op := range all {
		out := junitCase{Class: cmp.Or(op.Service, v.words.one), Name: op.Operation}
		suite.add(v.junitOf(r, out, by[[2]string{op.Service, op.Operation}]))
	}
	if len(all) == 0 || len(beyond) > 0 {
		out := junitCase{Class: "schema", Name: "components beyond " + v.words.one + "s"}
		suite.add(v.junitOf(r, out, beyond))
	}
	suite.Warning = strings.Join(incomplete(r), "\n")
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(junitSuites{Suites: []junitSuite{suite}}); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

type junitSuites struct {
	XMLName xml.Name     `xml:"testsuites"`
	Suites  []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
	Warning  string      `xml:"system-err,omitempty"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	Failure *junitFailure `xml:"failure"`
	Output  *string       `xml:"system-out"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

func (s *junitSuite) add(c junitCase) {
	s.Cases = append(s.Cases, c)
	s.Tests++
	if c.Failure != nil {
		s.Failures++
	}
}

// hit is a change that a case is about, and its level there.
type hit struct {
	index int // of the change
	level change.Level
}

// hits returns the changes by the operations that they reach, as service and
// name, and those that reach none by name.
func (v *viewer) hits(r *change.Result) (by map[[2]string][]hit, rest []hit) {
	by = map[[2]string][]hit{}
	listed := len(v.words.list(r)) > 0
	for i := range r.Changes {
		c := &r.Changes[i]
		named := false
		for _, reach := range c.Operations {
			if reach.ViaType {
				continue
			}
			named = named || listed && reach.Operation != change.AllOperations
			key := [2]string{reach.Service, reach.Operation}
			level := v.levelIn(c, reach)
			if list := by[key]; len(list) > 0 && list[len(list)-1].index == i { // the other direction
				list[len(list)-1].level = max(list[len(list)-1].level, level)
				continue
			}
			by[key] = append(by[key], hit{i, level})
		}
		if !named {
			rest = append(rest, hit{i, c.Level(v.options.Strict)})
		}
	}
	return by, rest
}

func (v *viewer) levelIn(c *change.Change, reach change.Reach) change.Level {
	if reach.Direction == change.Response && v.options.Strict {
		return c.Severity.Strict
	}
	return c.LevelIn(reach)
}

// junitOf fills a case in with the changes that it is about.
func (v *viewer) junitOf(r *change.Result, out junitCase, hits []hit) junitCase {
	var breaks, others []string
	moreBreaks, moreOthers := 0, 0
	shown, _ := v.options.shown(r)
	for _, h := range hits {
		c, level := &r.Changes[h.index], h.level
		broken := level == change.Break && c.Accepted == nil
		if h.index >= len(shown) {
			if broken {
				moreBreaks++
			} else {
				moreOthers++
			}
			continue
		}
		line := level.String() + " " + string(c.ID) + " " + clean(c.Component.Display())
		if text := values(c); text != "" {
			line += " (" + text + ")"
		}
		line += " " + c.Fingerprint
		if broken {
			breaks = append(breaks, line)
		} else {
			others = append(others, line)
		}
	}
	n := len(breaks) + moreBreaks
	if v.options.brief && v.told { // the first case that has them says it for all
		breaks, others, moreBreaks, moreOthers = nil, nil, 0, 0
	}
	v.told = v.told || len(breaks) > 0
	breaks, others = andMore(breaks, moreBreaks), andMore(others, moreOthers)
	if n > 0 {
		out.Failure = &junitFailure{Message: fmt.Sprintf("%s break %s", diag.Count(n, "change"), out.Name), Type: "break", Text: strings.Join(breaks, "\n")}
		if n == 1 {
			out.Failure.Message = "1 change breaks " + out.Name
		}
	}
	if len(others) > 0 {
		out.Output = new(strings.Join(others, "\n"))
	}
	return out
}

// andMore adds to a list how many more there are.
func andMore(list []string, n int) []string {
	if n == 0 {
		return list
	}
	return append(list, fmt.Sprintf("and %d more", n))
}
