package binding

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// namer gives type definitions their Go names.
type namer struct {
	schema *xsd.Schema
	layout *layout
	decls  *declarations
	// requests are the types that say which request a document is.
	requests map[xsd.Type]bool
}

// newNamer makes a namer of a schema with those operations.
func newNamer(schema *xsd.Schema, l *layout, ds *declarations, list []profile.Operation) *namer {
	nm := &namer{schema: schema, layout: l, decls: ds, requests: map[xsd.Type]bool{}}
	for _, op := range list {
		if l.plan.ClientPath != "" && op.Request.Element == nil {
			nm.requests[op.Request.Type] = true
		}
	}
	return nm
}

// nameTypes gives every type definition its Go name: first the named ones
// whose name has no "Type" to drop, then the other named ones, then those that
// stand within something, by its name.
func (nm *namer) nameTypes() {
	var trimmed []xsd.Type
	for _, t := range nm.schema.Types() {
		if local := t.TypeName().Local; goname.TrimType(local) != local {
			trimmed = append(trimmed, t)
			continue
		}
		nm.nameType(t)
	}
	for _, t := range trimmed {
		nm.nameType(t)
	}
	nm.nameGroups()
	nm.nameAnonymous()
}

// requestName is what the request of an operation is called, beside its response:
// CreateMeetingRequest for createMeeting.
func requestName(name string) string { return strings.TrimSuffix(name, requestSuffix) + requestSuffix }

// operationName is what the method with that request is called.
func operationName(request *plan.Struct) string {
	if strings.HasSuffix(exported(goname.TrimType(request.XMLName.Local)), requestSuffix) {
		return request.Name // the schema's own word
	}
	return strings.TrimSuffix(request.Name, requestSuffix)
}

const requestSuffix = "Request"

func typeKey(n xsd.QName) string { return "type " + n.String() }

// nameType names a global type and makes its struct or simple type.
func (nm *namer) nameType(t xsd.Type) {
	n := t.TypeName()
	p := nm.layout.packageFor(n.Space)
	if p == nil {
		return
	}
	full, trimmed := exported(n.Local), goname.TrimType(n.Local)
	wanted := []string{exported(trimmed), full, full + "Type"}
	if nm.schema.Type(xsd.QName{Space: n.Space, Local: trimmed}) == nil || trimmed == n.Local {
		wanted = nm.layout.besides(n.Space, wanted...)
	}
	key := typeKey(n)
	if nm.requests[t] {
		key = "request " + n.String()
		for i, w := range wanted {
			wanted[i] = requestName(w)
		}
	}
	name := nm.layout.scopeOf[p].claimFor(t, key, wanted...)
	switch t := t.(type) {
	case *xsd.ComplexType:
		s := &plan.Struct{Name: name, File: typesFile, XMLName: n, Pkg: p, Component: t}
		src := &structSource{s: s, t: t, root: n}
		if t.Abstract {
			nm.decls.enterAbstract(src)
			return
		}
		nm.decls.enter(src)
	case *xsd.SimpleType:
		nm.decls.enterSimple(t, name, p)
	}
}

// nameGroups gives the attribute groups that are to be embedded their Go names. A
// field is called as the type that it embeds, so that none can have the name of a
// method of structs.
func (nm *namer) nameGroups() {
	nm.decls.groups = &attrGroups{structs: map[*xsd.AttributeGroupDef]*plan.Struct{}}
	for _, g := range nm.schema.AttributeGroups() {
		p := nm.layout.packageFor(g.Name.Space)
		if !nm.layout.options.Embed[g] || p == nil {
			continue
		}
		local := exported(g.Name.Local)
		wanted := slices.DeleteFunc([]string{local, local + "Attrs", local + "AttributeGroup"}, func(name string) bool {
			return name == plan.StringMethod || slices.Contains(plan.StructMembers, name)
		})
		name := nm.layout.scopeOf[p].claimFor(g, "attributeGroup "+g.Name.String(), nm.layout.besides(g.Name.Space, wanted...)...)
		s := &plan.Struct{Name: name, File: typesFile, Pkg: p, Component: g, IsGroup: true}
		nm.decls.groups.structs[g] = s
		nm.decls.all = append(nm.decls.all, s)
		nm.decls.addDecl(p, s)
	}
	for _, g := range nm.schema.AttributeGroups() {
		nm.decls.groups.enter(g)
	}
}
