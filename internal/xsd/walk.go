package xsd

// Walk calls visit for every component that the schema reaches, once: the
// global ones in the order of [Schema.Types], [Schema.Elements] and so on, each
// followed by what it leads to. Below a component for which visit returns
// false it does not go.
func (s *Schema) Walk(visit func(Component) bool) {
	w := newWalker(visit)
	for _, t := range s.Types() {
		w.from(t)
	}
	for _, e := range s.Elements() {
		w.from(e)
	}
	for _, a := range s.Attributes() {
		w.from(a)
	}
	for _, g := range s.AttributeGroups() {
		w.from(g)
	}
	for _, g := range s.ModelGroups() {
		w.from(g)
	}
	for _, n := range s.Notations() {
		w.from(n)
	}
}

// Walk calls visit for a component and every one that it leads to, once, in
// document order: what it is made of and what it refers to. Not followed are
// the head of a substitution group, the key that a keyref refers to, and what
// the built-in types are made of. Below a component for which visit returns
// false it does not go.
func Walk(c Component, visit func(Component) bool) {
	w := newWalker(visit)
	w.from(c)
}

// walker walks without recursion: a schema may nest as deep as it is long.
type walker struct {
	visit func(Component) bool
	stack []Component
	below []Component // of the component that is visited
	// What has been visited is kept by kind where there are many of one.
	particles map[*Particle]bool
	elements  map[*ElementDecl]bool
	uses      map[*AttributeUse]bool
	others    map[Component]bool
}

func newWalker(visit func(Component) bool) walker {
	return walker{visit, nil, nil, map[*Particle]bool{}, map[*ElementDecl]bool{}, map[*AttributeUse]bool{}, map[Component]bool{}}
}

// first reports whether the component has not been visited, and notes that it
// is now.
func (w *walker) first(c Component) bool {
	switch c := c.(type) {
	case *Particle:
		return enter(w.particles, c)
	case *ElementDecl:
		return enter(w.elements, c)
	case *AttributeUse:
		return enter(w.uses, c)
	}
	return enter(w.others, c)
}

func enter[C comparable](seen map[C]bool, c C) bool {
	if seen[c] {
		return false
	}
	seen[c] = true
	return true
}

func (w *walker) from(c Component) {
	w.stack = append(w.stack[:0], c)
	for len(w.stack) > 0 {
		c := w.stack[len(w.stack)-1]
		w.stack = w.stack[:len(w.stack)-1]
		if !w.first(c) || !w.visit(c) {
			continue
		}
		w.below = w.below[:0]
		w.children(c)
		for i := len(w.below) - 1; i >= 0; i-- {
			w.stack = append(w.stack, w.below[i])
		}
	}
}

func (w *walker) add(c Component) { w.below = append(w.below, c) }

// children notes what a component leads to.
func (w *walker) children(c Component) {
	switch c := c.(type) {
	case *ElementDecl:
		w.typ(c.Type)
		for _, ic := range c.IdentityConstraints {
			w.add(ic)
		}
	case *AttributeDecl:
		w.simple(c.Type)
	case *AttributeUse:
		w.add(c.Decl)
	case *AttributeGroupDef:
		w.attributes(c.Uses, c.Wildcard)
	case *ModelGroupDef:
		w.add(c.Group)
	case *ModelGroup:
		for _, p := range c.Particles {
			w.add(p)
		}
	case *Particle:
		w.add(c.Term)
	case *SimpleType:
		w.simpleParts(c)
	case *ComplexType:
		w.typ(c.Base)
		w.attributes(c.AttributeUses, c.AttributeWildcard)
		w.simple(c.Content.Simple)
		if c.Content.Particle != nil {
			w.add(c.Content.Particle)
		}
	}
}

func (w *walker) typ(t Type) {
	if t != nil {
		w.add(t)
	}
}

func (w *walker) simple(t *SimpleType) {
	if t != nil {
		w.add(t)
	}
}

func (w *walker) attributes(uses []*AttributeUse, wildcard *Wildcard) {
	for _, u := range uses {
		w.add(u)
	}
	if wildcard != nil {
		w.add(wildcard)
	}
}

func (w *walker) simpleParts(t *SimpleType) {
	if t.IsBuiltin() {
		return
	}
	w.simple(t.Base)
	w.simple(t.Item)
	for _, m := range t.Members {
		w.simple(m)
	}
	for i := range t.Facets {
		w.add(&t.Facets[i])
	}
}
