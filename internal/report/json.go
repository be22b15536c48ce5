package report

import (
	"io"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// JSONFormat names the shape that [JSON] prints. It changes when a reader of
// the shape has to; new fields may come without.
const JSONFormat = "wbxgen-diff/1"

// document is the shape, in the order in which it is printed.
type document struct {
	Format     string          `json:"format"`
	Old        jsonVersion     `json:"old"`
	New        jsonVersion     `json:"new"`
	Identical  bool            `json:"identical"` // both have the same components
	Summary    jsonSummary     `json:"summary"`
	Changes    []jsonChange    `json:"changes"` // worst first
	Operations []jsonOperation `json:"operations"`
	Documents  *jsonDocuments  `json:"documents,omitempty"` // of a format of documents
	Go         *jsonGo         `json:"go,omitempty"`        // where bindings were planned
}

// jsonDocuments is what there is to say of a format of documents, where an API
// has operations: requests stand for documents of writers, responses for those
// that readers meet.
type jsonDocuments struct {
	Old    jsonOutlook     `json:"old"` // old documents under the new schema
	New    jsonOutlook     `json:"new"` // new documents for old readers
	Schema change.GoLevel  `json:"schema"`
	Roots  []jsonOperation `json:"roots"`
	Left   int             `json:"rootsNotShown,omitempty"`
}

type jsonOutlook struct {
	Break  int  `json:"break"`
	Risk   int  `json:"risk"`
	Strict int  `json:"strict,omitempty"` // breaks for readers that validate alone
	Proven bool `json:"proven"`
}

type jsonGo struct {
	Step    change.GoLevel `json:"step"`
	Changes []jsonGoChange `json:"changes"` // by symbol
	Left    int            `json:"changesNotShown,omitempty"`
}

type jsonGoChange struct {
	Symbol string         `json:"symbol"`
	Old    string         `json:"old,omitempty"`
	New    string         `json:"new,omitempty"`
	Tag    bool           `json:"tag,omitempty"` // old and new are struct tags
	Step   change.GoLevel `json:"step"`
}

type jsonVersion struct {
	Label   string   `json:"label"`
	Aliases []string `json:"aliases,omitempty"`
	Digest  string   `json:"digest"` // of the components, whatever the layout
}

type jsonSummary struct {
	Changes   int            `json:"changes"`
	Break     int            `json:"break"`
	Risk      int            `json:"risk"`
	Info      int            `json:"info"`
	None      int            `json:"none"`
	Hidden    int            `json:"hidden"`             // taken away by filters
	Left      int            `json:"notShown,omitempty"` // beyond the limit of the report
	Touched   int            `json:"operationsTouched"`
	Untouched int            `json:"operationsUntouched"`
	Go        change.GoLevel `json:"go"`
}

type jsonChange struct {
	ID           string           `json:"id"`
	Level        change.Level     `json:"level"` // the worst on the wire
	Component    jsonComponent    `json:"component"`
	Old          *jsonValue       `json:"old,omitempty"`
	New          *jsonValue       `json:"new,omitempty"`
	Severity     jsonSeverity     `json:"severity"`
	Reason       change.Reason    `json:"reason,omitempty"`
	Operations   []jsonReach      `json:"operations"`
	Left         int              `json:"operationsNotShown,omitempty"`
	Confidence   int              `json:"confidence,omitempty"` // of a renaming, in percent
	Tags         []string         `json:"tags,omitempty"`
	Witnesses    []jsonWitness    `json:"witnesses,omitempty"` // one for each direction that breaks
	IntroducedIn string           `json:"introducedIn,omitempty"`
	Accepted     *jsonAcceptance  `json:"accepted,omitempty"`
	Policy       string           `json:"policy,omitempty"` // why the level is not that of the rule
	Usage        change.UsageMark `json:"usage,omitempty"`  // whether captured documents show it
	Fingerprint  string           `json:"fingerprint"`
	Doc          string           `json:"doc"` // the page on the rule
}

type jsonComponent struct {
	Kind  string `json:"kind"`
	QName string `json:"qname"` // {namespace}name
	Path  string `json:"path"`  // from the component to the part that changed
	Label string `json:"label"` // prefix:name
}

type jsonValue struct {
	Value  string `json:"value"`
	Occurs string `json:"occurs,omitempty"` // of an element or attribute
	Type   string `json:"type,omitempty"`
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Col    int    `json:"col,omitempty"`
}

type jsonSeverity struct {
	Request        change.Level   `json:"request"`
	Response       change.Level   `json:"response"`
	ResponseStrict change.Level   `json:"responseStrict"`
	Go             change.GoLevel `json:"go"`
}

type jsonReach struct {
	Name      string           `json:"name"` // * for the envelope of all
	Service   string           `json:"service,omitempty"`
	Direction change.Direction `json:"direction"`
	Path      string           `json:"path"`
	Count     int              `json:"count"`
	ViaType   bool             `json:"viaXsiType,omitempty"`
	Level     change.Level     `json:"level"`
}

type jsonWitness struct {
	Direction    change.Direction `json:"direction"`
	XML          string           `json:"xml"`
	Sent         string           `json:"sent,omitempty"` // a request as clients send it
	ValidUnder   string           `json:"validUnder"`
	InvalidUnder string           `json:"invalidUnder"`
	Error        string           `json:"error"`
	Path         string           `json:"path"` // of the error
}

type jsonAcceptance struct {
	By      string `json:"by,omitempty"`
	Reason  string `json:"reason"`
	Expires string `json:"expires,omitempty"`
}

type jsonOperation struct {
	Name           string       `json:"name"`
	Service        string       `json:"service"`
	Request        change.Level `json:"request"`
	Response       change.Level `json:"response"`
	ResponseStrict change.Level `json:"responseStrict"`
	Changes        int          `json:"changes"`
}

// JSON prints a result as one JSON document of the shape [JSONFormat]; without
// changes it has an empty list of them.
func JSON(w io.Writer, r *change.Result, o Options) error { return writeJSON(w, documentOf(r, o)) }

func documentOf(r *change.Result, o Options) document {
	s := r.Summary(o.Strict)
	d := document{
		Format: JSONFormat, Old: jsonVersion(r.Old), New: jsonVersion(r.New), Identical: r.Identical(),
		Summary: jsonSummary{s.Changes, s.Breaks, s.Risks, s.Infos, s.Nones, s.Hidden, 0, s.Touched, s.Untouched, s.Go},
		Changes: []jsonChange{}, Operations: []jsonOperation{},
	}
	changes, left := o.shown(r)
	d.Summary.Left = left
	for i := range changes {
		d.Changes = append(d.Changes, changeJSON(&changes[i], o))
	}
	d.Operations = verdictsJSON(r.Operations)
	if r.Documents {
		d.Documents = documentsJSON(r, o)
	}
	if r.Go != nil && !o.WithoutGo {
		d.Go = goJSON(r.Go, o)
	}
	return d
}

// maxListed bounds, where a report has a limit, the lists that go with the
// changes.
const maxListed = 1_000

func documentsJSON(r *change.Result, o Options) *jsonDocuments {
	old, now := outlooks(r, o.Strict)
	roots, left := listed(r.Roots, o)
	return &jsonDocuments{jsonOutlook(old), jsonOutlook(now), schemaStep(r), verdictsJSON(roots), left}
}

func goJSON(v *change.GoVerdict, o Options) *jsonGo {
	out := &jsonGo{Step: v.Step, Changes: []jsonGoChange{}}
	changes, left := listed(v.Changes, o)
	for _, c := range changes {
		out.Changes = append(out.Changes, jsonGoChange(c))
	}
	out.Left = left
	return out
}

// listed returns the part of a list that a report with a limit has.
func listed[T any](all []T, o Options) (shown []T, left int) {
	if o.MaxBytes <= 0 || len(all) <= maxListed {
		return all, 0
	}
	return all[:maxListed], len(all) - maxListed
}

func verdictsJSON(list []change.Verdict) []jsonOperation {
	out := []jsonOperation{}
	for _, v := range list {
		out = append(out, jsonOperation{v.Operation, v.Service, v.Request, v.Response, v.Strict, v.Changes})
	}
	return out
}

func changeJSON(c *change.Change, o Options) jsonChange {
	out := jsonChange{
		ID: string(c.ID), Level: c.Level(o.Strict),
		Component: jsonComponent{string(c.Component.Kind), c.Component.Name.String(), c.Component.Path, c.Component.Label},
		Old:       valueJSON(c.Old, o), New: valueJSON(c.New, o),
		Severity: jsonSeverity{c.Severity.Request, c.Severity.Response, c.Severity.Strict, c.Severity.Go},
		Reason:   c.Reason, Operations: []jsonReach{}, Confidence: c.Confidence, Tags: c.Tags,
		IntroducedIn: c.IntroducedIn, Policy: c.Policy, Usage: c.Usage, Fingerprint: c.Fingerprint, Doc: RulePage(string(c.ID)),
	}
	most := o.most(len(c.Operations), bytesPerReach)
	out.Left = len(c.Operations) - most
	for _, r := range c.Operations[:most] {
		out.Operations = append(out.Operations, jsonReach{r.Operation, r.Service, r.Direction, r.Path, r.Count, r.ViaType, r.Level})
	}
	for _, w := range c.Witnesses[:len(c.Witnesses)*b2i(!o.brief)] {
		out.Witnesses = append(out.Witnesses, jsonWitness{w.Direction, o.cut(w.XML), o.cut(w.Sent), w.ValidUnder, w.InvalidUnder, o.cut(w.Error), w.Path})
	}
	if a := c.Accepted; a != nil {
		out.Accepted = &jsonAcceptance{a.By, a.Reason, a.Expires}
	}
	return out
}

func valueJSON(v *change.Value, o Options) *jsonValue {
	if v == nil {
		return nil
	}
	return &jsonValue{o.cut(v.Text), v.Occurs, v.Type, v.Pos.File, v.Pos.Line, v.Pos.Col}
}

// bytesPerReach is about what an operation takes in a change.
const bytesPerReach = 250

// RulePage returns the path, within the project, of the page on a rule.
func RulePage(id string) string { return "docs/rules/" + id + ".md" }
