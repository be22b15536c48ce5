package binding

import (
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// attributes plans the attributes, then the simple content.
func (f *filler) attributes() {
	t := f.src.t
	f.uses(f.embed(t, f.of.decls.groups.of(t), t.AttributeUses))
	vary(f.s.Groups, f.of.varying[t])
	tellTags(f.s.Attrs)
	if w := t.AttributeWildcard; w != nil {
		f.table.AnyAttr = &plan.TableWildcard{Index: len(f.table.Attrs), Namespaces: w.Namespaces}
		f.s.Attrs = append(f.s.Attrs, &plan.Field{
			Name: f.names.claim("anyAttribute", "AnyAttrs", "AnyAttrsWildcard"), Kind: plan.AttrsField, Shape: plan.Repeated, Type: attrType,
			Doc: wildcardDoc(w, "Attributes"), Tag: ",any,attr", Element: f.table.AnyAttr.Index,
		})
	}
	if t.Content.Kind != xsd.SimpleContent {
		return
	}
	v := &plan.Field{Name: f.names.claim("value", "Value", "ValueText"), Tag: ",chardata"}
	f.of.values.scalar(v, t.Content.Simple)
	if f.of.secrets.isSecret(t, t, "", t.Content.Simple) {
		f.of.values.secret(v, t.Content.Simple)
	}
	if v.Kind == plan.ScalarField && v.Scalar != plan.NoScalar {
		v.Doc = valueDoc(v)
	}
	f.s.Value = v
}

func (f *filler) uses(list []*xsd.AttributeUse) {
	for _, u := range list {
		f.attribute(u)
	}
}

func (f *filler) attribute(u *xsd.AttributeUse) {
	n := u.Decl.Name
	field := &plan.Field{
		Name: f.names.claimLazily(u.Decl, "@"+n.String(), func() []string {
			local := exported(n.Local)
			return []string{local, local + "Attr", f.of.layout.prefixed(n) + "Attr"}
		}),
		Shape: plan.Optional, Element: len(f.table.Attrs), Declared: n, Tag: f.tag(n) + ",attr",
	}
	if u.Required {
		field.Shape = plan.Required
	}
	if own := f.of.layout.options.Types[u.Decl]; own != nil {
		f.of.values.ownField(field, u.Decl.Type, own)
	} else {
		f.of.values.scalar(field, u.Decl.Type)
		if f.of.secrets.isSecret(nil, u.Decl, n.Local, u.Decl.Type) {
			f.of.values.secret(field, u.Decl.Type)
		}
	}
	v := u.Effective()
	if v != nil && v.Fixed {
		field.Checks = append(field.Checks, f.of.facets.fixedChecks(field, u.Decl.Type, v)...)
		field.DefaultNames = defaultNames(v)
	}
	if v != nil && !u.Required {
		field.Default = f.attrDefault(field, u.Decl.Type, v)
		field.DefaultVaries = field.Default != nil && f.of.varying[f.src.t][n]
	}
	field.Doc = f.of.comments.attrDoc(f.s, field, u)
	f.table.Attrs = append(f.table.Attrs, n)
	f.s.Attrs = append(f.s.Attrs, field)
}
