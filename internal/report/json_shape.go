package report

import "github.com/wbxgen/wbxgen/internal/diff/change"

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
	All    bool `json:"all,omitempty"`    // no document is one of the other version
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
	Digest  string   `json:"digest"`           // of the components, whatever the layout
	Errors  int      `json:"errors,omitempty"` // of the schema: what they leave out counts as not there
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
	Value  string   `json:"value"`
	Values []string `json:"values,omitempty"` // where it lists several
	Occurs string   `json:"occurs,omitempty"` // of an element or attribute
	Type   string   `json:"type,omitempty"`
	File   string   `json:"file,omitempty"`
	Line   int      `json:"line,omitempty"`
	Col    int      `json:"col,omitempty"`
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
