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

// identities builds identity constraints.
type identities struct {
	log     *ledger
	sy      *symbols
	byName  map[xsd.QName]*xsd.IdentityConstraint
	all     []*xsd.IdentityConstraint
	keyRefs []keyRef
}

func newIdentities(sy *symbols) *identities {
	return &identities{log: sy.log, sy: sy, byName: map[xsd.QName]*xsd.IdentityConstraint{}}
}

// identityConstraints reads the unique, key and keyref children of an element
// (Part 1 §3.11.2).
func (id *identities) identityConstraints(d *document, e *xmltree.Element) []*xsd.IdentityConstraint {
	var list []*xsd.IdentityConstraint
	for ch := range e.Elements() {
		category, ok := identityCategories[ch.Local]
		if ch.Space != xsd.Namespace || !ok {
			continue
		}
		if ic := id.identityConstraint(d, ch, category); ic != nil {
			list = append(list, ic)
		}
	}
	return list
}

var identityCategories = map[string]xsd.IdentityCategory{"unique": xsd.Unique, "key": xsd.Key, "keyref": xsd.KeyRef}

func (id *identities) identityConstraint(d *document, e *xmltree.Element, category xsd.IdentityCategory) *xsd.IdentityConstraint {
	name, ok := e.Attr("", "name")
	if !ok || !id.log.count(e.Pos) {
		return nil
	}
	ic := &xsd.IdentityConstraint{
		Name: xsd.QName{Space: d.namespace, Local: collapse(name.Value)}, Category: category, Pos: e.Pos, Annotations: annotations(e),
	}
	if first := id.byName[ic.Name]; first != nil {
		id.log.diags.Error(name.Pos, "sch-props-correct.2", "identity constraint %q is declared twice", d.Label(ic.Name)).See(first.Pos, "first declared here")
	} else {
		id.byName[ic.Name] = ic
		id.all = append(id.all, ic)
	}
	for ch := range e.Elements() {
		switch {
		case isXSD(ch, "selector"):
			ic.Selector = id.xpath(d, ch, false)
		case isXSD(ch, "field"):
			ic.Fields = append(ic.Fields, id.xpath(d, ch, true))
		}
	}
	if r, ok := id.sy.reference(d, e, "refer"); ok && category == xsd.KeyRef {
		id.keyRefs = append(id.keyRefs, keyRef{ic, r})
	}
	return ic
}

// resolveKeyRefs finds the keys that keyrefs name.
func (id *identities) resolveKeyRefs() {
	has := func(n xsd.QName) bool { return id.byName[n] != nil }
	for _, k := range id.keyRefs {
		if !id.sy.visible(k.refer, has) {
			continue
		}
		key := id.byName[k.refer.name]
		switch {
		case key == nil:
			id.sy.dangling(k.refer, "key %q is not declared", k.refer.text)
		case key.Category == xsd.KeyRef:
			id.log.diags.Error(k.refer.pos(), "src-resolve", "%q is a keyref; a keyref refers to a key or unique", k.refer.text).See(key.Pos, "its definition")
		case len(key.Fields) != len(k.constraint.Fields):
			id.log.diags.Error(k.constraint.Pos, "c-props-correct.2", "the keyref has %d fields, but %q has %d", len(k.constraint.Fields), k.refer.text, len(key.Fields)).
				See(key.Pos, "its definition")
		default:
			k.constraint.Refer = key
		}
	}
}
