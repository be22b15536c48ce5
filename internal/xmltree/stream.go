package xmltree

import "iter"

// NewDTD returns a DTD that declares nothing, for those who read a document
// without building a tree of it.
func NewDTD() *DTD { return newDTD() }

// Read reads what stands between "<!DOCTYPE" and ">", as the scanner delivers
// it.
func (d *DTD) Read(text string) error { return d.read(text) }

// AttrDef is the definition of an attribute in an internal subset.
type AttrDef struct {
	Name     string // as written
	Type     string // CDATA, ID, NMTOKEN, …; enumerations and notations are NMTOKEN
	Default  string
	Defaults bool // there is a default
}

// AttrDefs yields the attribute definitions of an element, by its name as
// written, in the order of the document.
func (d *DTD) AttrDefs(element string) iter.Seq[AttrDef] {
	return func(yield func(AttrDef) bool) {
		for _, a := range d.attrs[element] {
			if !yield(AttrDef{a.name, a.kind, a.value, a.defaults}) {
				return
			}
		}
	}
}

// DefinesAttrs reports whether the DTD defines attributes of any element.
func (d *DTD) DefinesAttrs() bool { return len(d.attrs) > 0 }
