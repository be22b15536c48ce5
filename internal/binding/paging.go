package binding

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
)

// lists plans, for each operation whose response has a list, the methods that
// read it item by item.
func lists(p *plan.Plan, paging profile.Paging, given *scopes) {
	for _, pkg := range p.Packages {
		names := given.scopeIn(pkg, "methods "+pkg.Name)
		for _, m := range pkg.Operations {
			names.claim("operation "+m.Name, m.Name)
		}
		for _, m := range pkg.Operations {
			m.List = list(m, paging, names)
		}
	}
}

// list returns the list of a response: its only child element that repeats.
func list(m *plan.Method, paging profile.Paging, names *scope) *plan.List {
	var item *plan.Field
	for _, f := range m.Response.Fields {
		if f.Shape != plan.Repeated {
			continue
		}
		if item != nil || f.Nillable || f.Kind != plan.StructField && f.Kind != plan.ScalarField {
			return nil
		}
		item = f
	}
	if item == nil {
		return nil
	}
	l := &plan.List{Item: item}
	l.Items = names.claim("items "+m.Name, m.Name+"Items", m.Name+"EachItem")
	l.Doc = []string{fmt.Sprintf("%s is like [Client.%s] and yields the elements %s of the answer one by one, without holding all of it. "+
		"The first error ends the loop; ending the loop early ends the request.", l.Items, m.Name, item.Declared.Local)}
	l.Pages = pages(m, l, paging, names)
	return l
}

// pages returns how the list comes in pages, nil if it does not.
func pages(m *plan.Method, l *plan.List, paging profile.Paging, names *scope) *plan.Pages {
	p := &plan.Pages{Control: child(m.Request, paging.Control), Records: child(m.Response, paging.Records)}
	if !isSingleStruct(p.Control) || !isSingleStruct(p.Records) {
		return nil
	}
	p.Start = child(p.Control.Struct, paging.Start)
	p.Total, p.Returned, p.From = child(p.Records.Struct, paging.Total), child(p.Records.Struct, paging.Returned), child(p.Records.Struct, paging.From)
	for _, f := range []*plan.Field{p.Start, p.Total, p.Returned, p.From} {
		if f == nil || f.Scalar != plan.IntScalar || f.Shape == plan.Repeated || f.Nillable {
			return nil
		}
	}
	p.All = names.claim("all "+m.Name, m.Name+"All", m.Name+"EveryItem")
	p.Doc = []string{fmt.Sprintf("%s is like [Client.%s] and goes on with the next page until there is none.", p.All, l.Items)}
	return p
}

func isSingleStruct(f *plan.Field) bool {
	return f != nil && f.Kind == plan.StructField && f.Shape != plan.Repeated && !f.Nillable
}

// child returns the field of the child element with that local name.
func child(s *plan.Struct, local string) *plan.Field {
	for _, f := range s.Fields {
		if f.Declared.Local == local {
			return f
		}
	}
	return nil
}
