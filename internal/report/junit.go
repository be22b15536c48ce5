package report

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// JUnit prints a result as a test report: a case for each operation or root, so
// that those without a break show too. A break that nobody has accepted is a
// failure; the other changes are in the output of their cases.
func JUnit(w io.Writer, r *change.Result, o Options) error {
	suite := junitSuite{Name: r.Old.Label + " to " + r.New.Label}
	v := newViewer(r, o, func(s string) string { return s })
	all := v.words.list(r)
	for _, op := range all {
		suite.add(v.junitCase(r, op.Service, op.Operation))
	}
	if rest := v.junitRest(r); len(all) == 0 || rest.Failure != nil || rest.Output != nil {
		suite.add(rest)
	}
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

// junitCase collects the changes that reach an operation, or the envelope
// around it.
func (v *viewer) junitCase(r *change.Result, service, operation string) junitCase {
	return v.junitOf(r, junitCase{Class: cmp.Or(service, v.words.one), Name: operation}, func(c *change.Change) (bool, change.Level) {
		reached, worst := false, change.None
		for _, reach := range c.Operations {
			if !reach.ViaType && reach.Operation == operation && reach.Service == service {
				reached, worst = true, max(worst, v.levelIn(c, reach))
			}
		}
		return reached, worst
	})
}

// junitRest collects the changes that reach no operation by name.
func (v *viewer) junitRest(r *change.Result) junitCase {
	return v.junitOf(r, junitCase{Class: "schema", Name: "components beyond " + v.words.one + "s"}, func(c *change.Change) (bool, change.Level) {
		for _, reach := range c.Operations {
			if reach.Operation != change.AllOperations && len(v.words.list(r)) > 0 && !reach.ViaType {
				return false, change.None
			}
		}
		return true, c.Level(v.options.Strict)
	})
}

func (v *viewer) levelIn(c *change.Change, reach change.Reach) change.Level {
	if reach.Direction == change.Response && v.options.Strict {
		return c.Severity.Strict
	}
	return reach.Level
}

func (v *viewer) junitOf(r *change.Result, out junitCase, in func(*change.Change) (bool, change.Level)) junitCase {
	var breaks, others []string
	moreBreaks, moreOthers := 0, 0
	shown, _ := v.options.shown(r)
	for i := range r.Changes {
		c := &r.Changes[i]
		reached, level := in(c)
		if !reached {
			continue
		}
		broken := level == change.Break && c.Accepted == nil
		if i >= len(shown) {
			moreBreaks += b2i(broken)
			moreOthers += b2i(!broken)
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
		out.Failure = &junitFailure{Message: fmt.Sprintf("%s break %s", plural(n, "change"), out.Name), Type: "break", Text: strings.Join(breaks, "\n")}
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

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
