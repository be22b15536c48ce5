package report

import (
	"encoding/json"
	"io"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// JSON prints a result as one JSON document of the shape [JSONFormat]; without
// changes it has an empty list of them.
func JSON(w io.Writer, r *change.Result, o Options) error { return writeJSON(w, documentOf(r, o)) }

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

func versionJSON(v change.Version) jsonVersion {
	return jsonVersion{Label: v.Label, Aliases: v.Aliases, Digest: v.Digest.String(), Errors: v.Errors}
}

func documentOf(r *change.Result, o Options) document {
	s := r.Summary(o.Strict)
	d := document{
		Format: JSONFormat, Old: versionJSON(r.Old), New: versionJSON(r.New), Identical: r.Identical(),
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

func documentsJSON(r *change.Result, o Options) *jsonDocuments {
	old, now := outlooks(r, o.Strict)
	roots, left := listed(r.Roots, o)
	return &jsonDocuments{outlookJSON(old), outlookJSON(now), schemaStep(r), verdictsJSON(roots), left}
}

func outlookJSON(o outlook) jsonOutlook {
	return jsonOutlook{o.Break + o.Namespaces + o.Stamped, o.Risk, o.Strict, o.Namespaces+len(o.Stamps) > 0, o.Proven}
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
		out.Operations = append(out.Operations, jsonReach{r.Operation, r.Service, r.Direction, c.Path(r), r.Count, r.ViaType, c.LevelIn(r)})
	}
	for _, w := range c.Witnesses {
		if o.brief {
			break
		}
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
	list, _ := listed(v.List, o)
	return &jsonValue{o.cut(v.Text), list, v.Occurs, v.Type, v.Pos.File, v.Pos.Line, v.Pos.Col}
}

// bytesPerReach is about what an operation takes in a change.
const bytesPerReach = 250
