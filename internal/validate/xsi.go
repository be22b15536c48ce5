package validate

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// instanceAttrs are the attributes of Part 1 §2.6 on one element that have a
// part in validation, nil where they are absent.
type instanceAttrs struct {
	typ, null     *xmltext.RawAttr
	typAt, nullAt int // their indices
}

func (r *run) instanceAttrs(attrs []xmltext.RawAttr) instanceAttrs {
	var x instanceAttrs
	for i := range attrs {
		a := &attrs[i]
		if len(a.Prefix) == 0 || a.Space != xsd.InstanceNamespace {
			continue
		}
		switch string(a.Local) {
		case "type":
			x.typ, x.typAt = a, i
		case "nil":
			x.null, x.nullAt = a, i
		default:
			r.hints.note(a, attrPos(r.s, i))
		}
	}
	return x
}

var instanceTypes = map[string]*datatype.Type{
	"type": datatype.Builtin("QName"), "nil": datatype.Builtin("boolean"),
	"schemaLocation": datatype.List(datatype.Builtin("anyURI")), "noNamespaceSchemaLocation": datatype.Builtin("anyURI"),
}

// instanceType returns the type of an attribute that every element may have
// (Part 1 §3.2.7), nil for any other attribute.
func instanceType(a *xmltext.RawAttr) *datatype.Type {
	if len(a.Prefix) == 0 || a.Space != xsd.InstanceNamespace {
		return nil
	}
	return instanceTypes[string(a.Local)]
}

// applyXsiType is cvc-elt.4: xsi:type names a type that is there and may stand
// in for that of the declaration.
func (r *run) applyXsiType(f *frame, x *instanceAttrs) {
	at, text := attrPos(r.s, x.typAt), string(x.typ.Value)
	name, err := instanceTypes["type"].Parse(text, r.lookup)
	if err != nil {
		r.out.report(at, "cvc-elt.4.1", "xsi:type is no name of a type: %v", err)
		return
	}
	space, local, _ := name.QName()
	t := r.schema.Type(xsd.QName{Space: space, Local: local})
	if t == nil {
		r.out.report(at, "cvc-elt.4.2", "xsi:type names the type %s, which is not declared%s", quoted(strings.TrimSpace(text)), r.typeHint(space, local))
		return
	}
	if f.typ == nil {
		f.typ = r.typ(t)
		f.flags |= xsiTyped
		return
	}
	var block xsd.DerivationSet
	if f.decl != nil {
		block = f.decl.decl.Block
	}
	switch {
	case xsd.StandsIn(t, f.typ.def, block):
		if t != f.typ.def {
			f.flags |= xsiTyped
		}
		f.typ = r.typ(t)
	case xsd.DerivesFrom(t, f.typ.def, 0):
		r.out.report(at, "cvc-elt.4.3", "xsi:type names the type %s, but %s does not let a type derived in this way stand in for %s", r.out.typeLabel(t), r.out.ownName(), r.out.typeLabel(f.typ.def))
	default:
		r.out.report(at, "cvc-elt.4.3", "xsi:type names the type %s, which is not derived from %s, the type of %s", r.out.typeLabel(t), r.out.typeLabel(f.typ.def), r.out.ownName())
	}
}

// typeHint suggests a type for one that is not there.
func (r *run) typeHint(space, local string) string {
	var names []string
	for _, t := range r.schema.Types() {
		if n := t.TypeName(); n.Space == space {
			names = append(names, n.Local)
		}
	}
	if near := diag.Nearest(local, names); near != "" {
		return "; did you mean " + r.out.label(xsd.QName{Space: space, Local: near}) + "?"
	}
	return ""
}

// applyNil is cvc-elt.3. Where there is no declaration, xsi:nil says nothing, but
// is a boolean still.
func (r *run) applyNil(f *frame, x *instanceAttrs) {
	at := attrPos(r.s, x.nullAt)
	if f.decl != nil && !f.decl.decl.Nillable {
		r.out.report(at, "cvc-elt.3.1", "xsi:nil cannot stand here: element %s is not nillable", r.out.ownName())
		return
	}
	v, err := instanceTypes["nil"].Parse(string(x.null.Value), nil)
	if err != nil {
		r.out.value(at, "xsi:nil", err)
		return
	}
	if truth, _ := v.Bool(); !truth || f.decl == nil {
		return
	}
	f.flags |= nilled
	if c := f.decl.decl.Value; c != nil && c.Fixed {
		r.out.report(at, "cvc-elt.3.2.2", "xsi:nil cannot be true here: the value of %s is fixed to %s", r.out.ownName(), quoted(c.Lexical))
	}
}
