package compile

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// checkGrammar checks a document against the schema for schemas.
func checkGrammar(log *ledger, d *document) {
	cf := conformer{log, map[string]*xmltree.Element{}}
	cf.checkElement(d.root)
}

// conformer holds one document against the grammar.
type conformer struct {
	log *ledger
	ids map[string]*xmltree.Element // by the attribute id
}

func (cf *conformer) checkElement(e *xmltree.Element) {
	r, ok := ruleFor(e)
	if !ok {
		return // the parent has reported it
	}
	cf.checkAttrs(e, r)
	if r.text {
		return
	}
	cf.checkNoText(e)
	cf.checkChildren(e, r)
}

func (cf *conformer) checkNoText(e *xmltree.Element) {
	for _, n := range e.Nodes {
		if n.Element == nil && strings.Trim(n.Text, space) != "" {
			cf.log.diags.Error(e.Pos, "cvc-complex-type.2.3", "text %q in <%s>: only elements may stand here", shorten(collapse(n.Text)), e.Local)
			return
		}
	}
}

// checkChildren walks the children along the groups of the content model.
func (cf *conformer) checkChildren(e *xmltree.Element, r *rule) {
	at, used := 0, 0
	for child := range e.Elements() {
		next := nextGroup(r.children, at, used, child)
		if next < 0 {
			if child.Space == xsd.Namespace && newElements[child.Local] {
				cf.log.later(child.Pos, tagOf(child), newElement)
			}
			cf.log.diags.Error(child.Pos, "cvc-complex-type.2.4", "<%s> is not allowed here in <%s>%s%s", tagOf(child), e.Local,
				expectedHere(r.children, at, used), newerHint(newerChild(e, child)))
			continue
		}
		if next != at {
			at, used = next, 0
		}
		used++
		cf.checkElement(child)
		if child.Local == "simpleContent" || child.Local == "complexContent" {
			at = len(r.children) // nothing may follow them
		}
	}
	if missing(r.children, at, len(r.children), used) {
		cf.log.diags.Error(e.Pos, "cvc-complex-type.2.4", "<%s> is not complete%s", e.Local, expectedHere(r.children, at, used))
	}
}

// missing reports whether a group from at to before end, the first of which
// has been used, still lacks a child that it must have.
func missing(groups []childGroup, at, end, used int) bool {
	for ; at < end; at++ {
		if used < groups[at].min {
			return true
		}
		used = 0
	}
	return false
}

// nextGroup returns the group at or behind at that has room for the child.
func nextGroup(groups []childGroup, at, used int, child *xmltree.Element) int {
	if child.Space != xsd.Namespace {
		return -1
	}
	for i := at; i < len(groups); i++ {
		g := groups[i]
		full := i == at && g.max > 0 && used >= g.max
		if !full && slices.Contains(g.names, child.Local) {
			return i
		}
		if missing(groups, at, i+1, used) {
			return -1
		}
	}
	return -1
}

func tagOf(e *xmltree.Element) string {
	if e.Prefix == "" {
		return e.Local
	}
	return e.Prefix + ":" + e.Local
}

// expectedHere lists what could stand at a place of a content model.
func expectedHere(groups []childGroup, at, used int) string {
	var names []string
	for i := at; i < len(groups); i++ {
		if i == at && groups[i].max > 0 && used >= groups[i].max {
			continue
		}
		names = append(names, groups[i].names...)
		if missing(groups, at, i+1, used) {
			break // what comes later must wait for this
		}
	}
	if len(names) == 0 {
		return "; nothing may follow"
	}
	slices.Sort(names)
	return "; expected " + strings.Join(slices.Compact(names), ", ")
}

// checkAttrs checks the attributes of an element of a schema document.
func (cf *conformer) checkAttrs(e *xmltree.Element, r *rule) {
	for _, a := range e.Attrs {
		switch a.Space {
		case "":
			cf.checkAttr(e, a, r)
		case xsd.Namespace:
			cf.log.diags.Error(a.Pos, "cvc-complex-type.3.2.2", "attribute %q is not allowed: attributes of schema elements have no prefix", a.Prefix+":"+a.Local)
		case xsd.XMLNamespace:
			if a.Local == "lang" && language.Validate([]byte(collapse(a.Value)), nil) != nil {
				cf.log.diags.Error(a.Pos, "cvc-attribute.3", "xml:lang %q is no language code, such as \"en\" or \"en-GB\"", a.Value)
			}
		}
	}
	for _, name := range r.required {
		if _, ok := e.Attr("", name); !ok {
			cf.log.diags.Error(e.Pos, "cvc-complex-type.4", "<%s> needs the attribute %q", e.Local, name)
		}
	}
}

func (cf *conformer) checkAttr(e *xmltree.Element, a xmltree.Attr, r *rule) {
	form, ok := r.attrs[a.Local]
	if !ok {
		if newAttributes[a.Local] || a.Local == "ref" && slices.Contains(identityNames, e.Local) {
			cf.log.later(a.Pos, a.Local, newAttribute)
		}
		cf.log.diags.Error(a.Pos, "cvc-complex-type.3.2.2", "attribute %q is not allowed on this <%s>%s", a.Local, e.Local, attrHint(a.Local, r))
		return
	}
	value := collapse(a.Value)
	if want := form.problem(value); want != "" {
		cf.log.diags.Error(a.Pos, "cvc-attribute.3", "%s=%q: %s%s", a.Local, shorten(a.Value), want, newerHint(newerValue(e, a)))
		return
	}
	if form != formID {
		return
	}
	if first := cf.ids[value]; first != nil {
		cf.log.diags.Error(a.Pos, "cvc-id.2", "the id %q is used twice in this document", value).See(posOf(first, "id"), "first used here")
		return
	}
	cf.ids[value] = e
}

func attrHint(name string, r *rule) string {
	var known []string
	for n := range r.attrs {
		known = append(known, n)
	}
	slices.Sort(known)
	return diag.DidYouMean(name, known)
}
