package gogen

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// tableWords is how the names of a table are written as words.
type tableWords struct {
	pkg      *plan.Package
	space    string // most names of elements are in it
	others   bool   // there are names in others
	defaults []*plan.Default
}

// wordsOf finds the namespaces of a struct's table.
func wordsOf(pkg *plan.Package, s *plan.Struct) *tableWords {
	w := &tableWords{pkg: pkg, space: mainSpace(s)}
	eachSpace(s, func(space string) { w.others = w.others || space != "" && space != w.space })
	return w
}

// mainSpace is the namespace of most elements in a table, or else that of the type,
// or of the root element.
func mainSpace(s *plan.Struct) string {
	type count struct {
		space string
		n     int
	}
	counts := []count{{space: s.XMLName.Space}}
	if s.XMLName.IsZero() && len(s.Roots) > 0 {
		counts[0].space = s.Roots[0].Name.Space
	}
	if s.Table != nil {
		for _, e := range s.Table.Elements {
			if e.Items != nil {
				continue
			}
			i := slices.IndexFunc(counts, func(c count) bool { return c.space == e.Name.Space })
			if i < 0 {
				i, counts = len(counts), append(counts, count{space: e.Name.Space})
			}
			counts[i].n++
		}
	}
	most := counts[0]
	for _, c := range counts {
		if c.n > most.n {
			most = c
		}
	}
	return most.space
}

// eachSpace calls do with the namespaces of the names that a table has: those of the
// type and of roots, elements and attributes.
func eachSpace(s *plan.Struct, do func(string)) {
	do(s.XMLName.Space)
	if s.Embeds != nil {
		do(s.Embeds.XMLName.Space) // which its method XMLType names
	}
	if s.Item != nil {
		do(s.Item.Name.Space)
	}
	for _, r := range s.Roots {
		do(r.Name.Space)
	}
	if s.Table == nil {
		return
	}
	for _, e := range s.Table.Elements {
		if e.Items == nil {
			do(e.Name.Space)
		}
	}
	for _, a := range s.Table.Attrs {
		do(a.Space)
	}
}

// word is a name, which is in the namespace plain where it does not say another.
func (w *tableWords) word(space, local, plain string) string {
	switch space {
	case plain:
		return local
	case "":
		return ":" + local
	}
	return w.spaceWord(space) + ":" + local
}

// spaceWord is what stands for a namespace: its prefix, or its number among those of
// the package where others have the same, 0 for the one of the table.
func (w *tableWords) spaceWord(space string) string {
	if space == w.space && !w.others {
		return "0"
	}
	at := slices.IndexFunc(w.pkg.Spaces, func(s plan.SpaceVar) bool { return s.Space.URI == space })
	prefix := w.pkg.Spaces[at].Space.Prefix
	for i, s := range w.pkg.Spaces {
		if prefix == "" || i != at && s.Space.Prefix == prefix {
			return strconv.Itoa(at + 1)
		}
	}
	return prefix
}

// filled is a word with the mark of a default, where there is one.
func (w *tableWords) filled(word string, def *plan.Default) string {
	if def == nil {
		return word
	}
	w.defaults = append(w.defaults, def)
	return word + "="
}

func (w *tableWords) roots(s *plan.Struct) []string {
	var words []string
	for _, r := range s.Roots {
		words = append(words, w.filled(w.word(r.Name.Space, r.Name.Local, w.space), r.Default))
	}
	return words
}

// elements are the words of elements, of which some have defaults, by their indexes.
func (w *tableWords) elements(s *plan.Struct, defaults map[int]*plan.Default) []string {
	var words []string
	for i, e := range s.Table.Elements {
		word := "#"
		if e.Items == nil {
			word = w.filled(w.word(e.Name.Space, e.Name.Local, w.space), defaults[i])
		}
		if e.Many {
			word += "*"
		}
		if e.Again {
			word += "+"
		}
		words = append(words, word)
	}
	return words
}

// item is the word of the element that a struct is an item of, "" where that is the
// first of its roots, or else of its elements.
func (w *tableWords) item(s *plan.Struct) string {
	i := s.Item
	isFirst := false
	switch t := s.Table; {
	case i.Default != nil:
	case len(s.Roots) > 0:
		isFirst = s.Roots[0].Name == i.Name && s.Roots[0].Default == nil
	case t != nil && len(t.Elements) > 0:
		isFirst = t.Elements[0].Items == nil && t.Elements[0].Name == i.Name && entryDefaults(s)[0] == nil
	}
	if isFirst {
		return ""
	}
	return w.filled(w.word(i.Name.Space, i.Name.Local, w.space), i.Default)
}

func (w *tableWords) attrs(s *plan.Struct) []string {
	var words []string
	for _, a := range s.Table.Attrs {
		words = append(words, w.word(a.Space, a.Local, ""))
	}
	return words
}

// memberWords finds the namespaces of the members of an interface.
func memberWords(pkg *plan.Package, c *plan.Choice) *tableWords {
	w := &tableWords{pkg: pkg}
	for i, m := range c.Members {
		if i == 0 {
			w.space = m.Name.Space
		}
		w.others = w.others || m.Name.Space != "" && m.Name.Space != w.space
	}
	return w
}

// usesSpaces reports whether some table of a package refers to the list of its
// namespaces.
func usesSpaces(pkg *plan.Package) bool {
	return slices.ContainsFunc(pkg.Types, func(d plan.Decl) bool {
		s, ok := d.(*plan.Struct)
		return ok && s.TableVar != "" && wordsOf(pkg, s).others
	}) || slices.ContainsFunc(pkg.ItemTables, func(t *plan.ItemTable) bool {
		w := memberWords(pkg, t.Of)
		return w.others && len(w.members(t.Of)) > 0
	})
}

// members are the words of the members of an interface; none where the structs of all are known.
func (w *tableWords) members(c *plan.Choice) []string {
	if !slices.ContainsFunc(c.Members, func(m plan.Member) bool { return !isKnown(m) }) {
		return nil
	}
	var words []string
	for _, m := range c.Members {
		if isKnown(m) {
			words = append(words, "#")
		} else {
			words = append(words, strings.Join(append([]string{w.word(m.Name.Space, m.Name.Local, w.space)}, m.Spellings...), "|"))
		}
	}
	return words
}

// isKnown reports whether the package of an interface can name the struct of a member.
func isKnown(m plan.Member) bool { return m.Struct != nil && !m.Foreign }

// wordsLit is a string of words, in several lines where one would be long. Names can
// have characters that nobody sees: those are escapes.
func wordsLit(words ...string) *jen.Statement {
	text := strings.Join(words, " ")
	if len(text) <= commentWidth || strings.ContainsFunc(text, func(r rune) bool { return !strconv.IsPrint(r) }) {
		return jen.Lit(text)
	}
	var lines strings.Builder
	width := commentWidth
	for word := range strings.SplitSeq(text, " ") {
		n := utf8.RuneCountInString(word)
		if width+1+n > commentWidth {
			lines.WriteString("\n\t\t")
			width = n
		} else {
			lines.WriteByte(' ')
			width += 1 + n
		}
		lines.WriteString(word)
	}
	return jen.Op("`" + lines.String() + "`")
}
