package compile

import (
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// keyRef is a keyref whose key is still to be found: it may be defined later.
type keyRef struct {
	constraint *xsd.IdentityConstraint
	refer      reference
}

// identityConstraints reads the unique, key and keyref children of an element
// (Part 1 §3.11.2).
func (c *compiler) identityConstraints(d *document, e *xmltree.Element) []*xsd.IdentityConstraint {
	var list []*xsd.IdentityConstraint
	for ch := range e.Elements() {
		category, ok := identityCategories[ch.Local]
		if ch.Space != xsd.Namespace || !ok {
			continue
		}
		if ic := c.identityConstraint(d, ch, category); ic != nil {
			list = append(list, ic)
		}
	}
	return list
}

var identityCategories = map[string]xsd.IdentityCategory{"unique": xsd.Unique, "key": xsd.Key, "keyref": xsd.KeyRef}

func (c *compiler) identityConstraint(d *document, e *xmltree.Element, category xsd.IdentityCategory) *xsd.IdentityConstraint {
	name, ok := e.Attr("", "name")
	if !ok || !c.count(e.Pos) {
		return nil
	}
	ic := &xsd.IdentityConstraint{
		Name: xsd.QName{Space: d.namespace, Local: collapse(name.Value)}, Category: category, Pos: e.Pos, Annotations: annotations(e),
	}
	if first := c.identity[ic.Name]; first != nil {
		c.diags.Error(name.Pos, "sch-props-correct.2", "identity constraint %q is declared twice", d.Label(ic.Name)).See(first.Pos, "first declared here")
	} else {
		c.identity[ic.Name] = ic
		c.out.IdentityConstraints = append(c.out.IdentityConstraints, ic)
	}
	for ch := range e.Elements() {
		switch {
		case isXSD(ch, "selector"):
			ic.Selector = c.xpath(d, ch, false)
		case isXSD(ch, "field"):
			ic.Fields = append(ic.Fields, c.xpath(d, ch, true))
		}
	}
	if r, ok := c.reference(d, e, "refer"); ok && category == xsd.KeyRef {
		c.keyRefs = append(c.keyRefs, keyRef{ic, r})
	}
	return ic
}

// resolveKeyRefs finds the keys that keyrefs name.
func (c *compiler) resolveKeyRefs() {
	for _, k := range c.keyRefs {
		if !c.visible(k.refer) {
			continue
		}
		key := c.identity[k.refer.name]
		switch {
		case key == nil:
			c.dangling(k.refer, "key %q is not declared", k.refer.text)
		case key.Category == xsd.KeyRef:
			c.diags.Error(k.refer.pos(), "src-resolve", "%q is a keyref; a keyref refers to a key or unique", k.refer.text).See(key.Pos, "its definition")
		case len(key.Fields) != len(k.constraint.Fields):
			c.diags.Error(k.constraint.Pos, "c-props-correct.2", "the keyref has %d fields, but %q has %d", len(k.constraint.Fields), k.refer.text, len(key.Fields)).
				See(key.Pos, "its definition")
		default:
			k.constraint.Refer = key
		}
	}
}
