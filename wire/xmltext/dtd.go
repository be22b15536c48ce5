package xmltext

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// DTD is what an internal subset declares that a reader must know: entities,
// notations, and attribute types and defaults. What is external is never read.
type DTD struct {
	entities   map[string]string
	parameters map[string]string
	// Unparsed are the names of unparsed entities, which values of type
	// xs:ENTITY name.
	Unparsed map[string]bool
	// Notations are the names of the notations.
	Notations map[string]bool
	attrs     map[string][]AttrDef // by the element's name as written
	defined   map[[2]string]bool   // attributes, by the names of element and attribute
	external  bool                 // declarations may be missing that are external
	spent     int
}

// AttrDef is the definition of an attribute in an internal subset.
type AttrDef struct {
	Name     string // as written
	Type     string // CDATA, ID, NMTOKEN, …; enumerations and notations are NMTOKEN
	Default  string
	Defaults bool // there is a default
}

// expansionLimit bounds the text that parameter entities may add, in bytes.
const expansionLimit = 1 << 20

// NewDTD returns a DTD that declares nothing.
func NewDTD() *DTD {
	return &DTD{
		entities: map[string]string{}, parameters: map[string]string{}, Unparsed: map[string]bool{},
		Notations: map[string]bool{}, attrs: map[string][]AttrDef{}, defined: map[[2]string]bool{},
	}
}

// Replacement returns the replacement text of a general entity. Where external
// declarations were passed over, an unknown entity counts as empty (XML 1.0
// §4.1, WFC Entity Declared, applies only without them).
func (d *DTD) Replacement(name string) (text string, ok bool) {
	text, ok = d.entities[name]
	return text, ok || d.external
}

// IsID reports whether the DTD declares the attribute, by names as written,
// to be of type ID.
func (d *DTD) IsID(element, attr string) bool {
	return slices.ContainsFunc(d.attrs[element], func(a AttrDef) bool { return a.Name == attr && a.Type == "ID" })
}

// AttrDefs yields the attribute definitions of an element, by its name as
// written, in the order of the document.
func (d *DTD) AttrDefs(element string) iter.Seq[AttrDef] { return slices.Values(d.attrs[element]) }

// DefinesAttrs reports whether the DTD defines attributes of any element.
func (d *DTD) DefinesAttrs() bool { return len(d.attrs) > 0 }

// Read reads what stands between "<!DOCTYPE" and ">", as a [Doctype] token has
// it.
func (d *DTD) Read(text string) error {
	before, rest, found := strings.Cut(text, "[")
	if fields := strings.Fields(before); len(fields) > 1 {
		d.external = true
	}
	if !found {
		return nil
	}
	end := strings.LastIndexByte(rest, ']')
	if end < 0 {
		return errors.New("the internal subset of the document type declaration has no end")
	}
	return d.subset(rest[:end], 0)
}

// subset reads declarations. depth counts the parameter entities around them.
func (d *DTD) subset(s string, depth int) error {
	if depth > 32 {
		return errors.New("parameter entities are nested more than 32 deep")
	}
	for {
		s = strings.TrimLeft(s, " \t\r\n")
		var err error
		switch {
		case s == "":
			return nil
		case s[0] == '%':
			s, err = d.parameterRef(s, depth)
		case strings.HasPrefix(s, "<!--"):
			s, err = behind(s[4:], "-->", "comment")
		case strings.HasPrefix(s, "<?"):
			s, err = behind(s[2:], "?>", "processing instruction")
		case strings.HasPrefix(s, "<!"):
			s, err = d.declaration(s[2:])
		default:
			err = fmt.Errorf("unexpected %q in the document type declaration", firstRunes(s))
		}
		if err != nil {
			return err
		}
	}
}

func firstRunes(s string) string {
	if r := []rune(s); len(r) > 12 {
		return string(r[:12]) + "…"
	}
	return s
}

func behind(s, end, what string) (string, error) {
	_, rest, found := strings.Cut(s, end)
	if !found {
		return "", fmt.Errorf("a %s in the document type declaration has no end", what)
	}
	return rest, nil
}

// parameterRef reads %name; between declarations.
func (d *DTD) parameterRef(s string, depth int) (string, error) {
	name, rest, found := strings.Cut(s[1:], ";")
	if !found || !isEntityName(name) {
		return "", errors.New("a parameter entity reference in the document type declaration has no name or no end")
	}
	text, ok := d.parameters[name]
	if !ok {
		d.external = true
		return rest, nil
	}
	if d.spent += len(text); d.spent > expansionLimit {
		return "", fmt.Errorf("parameter entities add more than %d bytes", expansionLimit)
	}
	return rest, d.subset(text, depth+1)
}

// declaration reads one markup declaration behind its "<!".
func (d *DTD) declaration(s string) (string, error) {
	t := &dtdTokens{rest: s}
	keyword := t.word()
	var err error
	switch keyword {
	case "ENTITY":
		err = d.entity(t)
	case "ATTLIST":
		err = d.attlist(t)
	case "NOTATION":
		d.Notations[t.word()] = true
	case "ELEMENT":
	default:
		return "", fmt.Errorf("unexpected <!%s in the document type declaration", keyword)
	}
	if err != nil {
		return "", err
	}
	return t.close()
}

// entity reads an entity declaration. The first one of a name counts (XML 1.0
// §4.2).
func (d *DTD) entity(t *dtdTokens) error {
	name, table := t.word(), d.entities
	if name == "%" {
		name, table = t.word(), d.parameters
	}
	value, isText := t.literal()
	switch {
	case !isEntityName(name):
		return errors.New("an entity declaration has no name")
	case isText:
		text, err := expandCharRefs(value)
		if err != nil {
			return fmt.Errorf("entity %s: %w", name, err)
		}
		if _, again := table[name]; !again {
			table[name] = text
		}
		return nil
	}
	if keyword := t.word(); keyword != "SYSTEM" && keyword != "PUBLIC" {
		return fmt.Errorf("entity %s has neither a value nor an external identifier", name)
	}
	if t.unparsed() {
		d.Unparsed[name] = true
	} else {
		d.external = true
	}
	return nil
}

// expandCharRefs replaces character references in an entity value; general
// entity references stay as they are (XML 1.0 §4.4).
func expandCharRefs(s string) (string, error) {
	var b strings.Builder
	for {
		i := strings.Index(s, "&#")
		if i < 0 {
			b.WriteString(s)
			return b.String(), nil
		}
		digits, rest, found := strings.Cut(s[i+2:], ";")
		base := 10
		if strings.HasPrefix(digits, "x") {
			digits, base = digits[1:], 16
		}
		n, err := strconv.ParseUint(digits, base, 21)
		if !found || err != nil {
			return "", fmt.Errorf("%q is no character reference", firstRunes(s[i:]))
		}
		// A control character is one of XML 1.1; where it is not allowed, the reader of the replacement text says so.
		if !chars.IsChar(rune(n)) && (n == 0 || n >= ' ') {
			return "", fmt.Errorf("the character U+%04X is not allowed", n)
		}
		b.WriteString(s[:i])
		b.WriteRune(rune(n))
		s = rest
	}
}

// attlist reads an attribute-list declaration. The first definition of an
// attribute counts (XML 1.0 §3.3).
func (d *DTD) attlist(t *dtdTokens) error {
	element := t.word()
	for t.more() {
		def := AttrDef{Name: t.word(), Type: t.word()}
		if def.Type == "NOTATION" || strings.HasPrefix(def.Type, "(") {
			t.group(def.Type)
			def.Type = "NMTOKEN"
		}
		switch mode := t.word(); mode {
		case "#REQUIRED", "#IMPLIED":
		case "#FIXED", "":
			value, ok := t.literal()
			if !ok {
				return fmt.Errorf("attribute %s of %s: expected a default value", def.Name, element)
			}
			text, err := expandCharRefs(value)
			if err != nil {
				return err
			}
			def.Default, def.Defaults = text, true
		default:
			return fmt.Errorf("attribute %s of %s: expected #REQUIRED, #IMPLIED, #FIXED or a value", def.Name, element)
		}
		if key := [2]string{element, def.Name}; !d.defined[key] {
			d.defined[key] = true
			d.attrs[element] = append(d.attrs[element], def)
		}
	}
	return nil
}

// Entities returns the names of the general entities, sorted.
func (d *DTD) Entities() []string { return slices.Sorted(maps.Keys(d.entities)) }

// dtdTokens cuts a declaration into words and literals.
type dtdTokens struct{ rest string }

func (t *dtdTokens) skip() { t.rest = strings.TrimLeft(t.rest, " \t\r\n") }

// more reports whether the declaration goes on.
func (t *dtdTokens) more() bool {
	t.skip()
	return t.rest != "" && t.rest[0] != '>'
}

// word reads up to white space, a quote, a bracket or the end; "" where a
// literal or the end is next.
func (t *dtdTokens) word() string {
	t.skip()
	end := strings.IndexAny(t.rest, " \t\r\n\"'>")
	if end < 0 {
		end = len(t.rest)
	}
	// No more is looked at than the word has: in a subset of many declarations the rest would be read again for each.
	if strings.HasPrefix(t.rest, "(") {
		end = strings.IndexByte(t.rest, ')') + 1
	} else if i := strings.IndexByte(t.rest[:end], '('); i > 0 {
		end = i
	}
	word := t.rest[:end]
	t.rest = t.rest[end:]
	return word
}

// group passes over the names in brackets behind NOTATION.
func (t *dtdTokens) group(kind string) {
	if kind == "NOTATION" {
		t.word()
	}
}

// literal reads a quoted string.
func (t *dtdTokens) literal() (string, bool) {
	t.skip()
	if t.rest == "" || t.rest[0] != '"' && t.rest[0] != '\'' {
		return "", false
	}
	value, rest, found := strings.Cut(t.rest[1:], t.rest[:1])
	if !found {
		return "", false
	}
	t.rest = rest
	return value, true
}

// unparsed passes over the identifiers of an external entity and reports
// whether a notation follows them: then the entity is not parsed.
func (t *dtdTokens) unparsed() bool {
	for t.more() {
		if _, ok := t.literal(); ok {
			continue
		}
		switch t.word() {
		case "NDATA":
			return true
		case "":
			return false // what is wrong here, close passes over
		}
	}
	return false
}

// close passes over what is left of the declaration.
func (t *dtdTokens) close() (string, error) {
	for t.more() {
		if _, ok := t.literal(); ok {
			continue
		}
		if t.word() == "" {
			t.rest = t.rest[1:]
		}
	}
	if t.rest == "" {
		return "", errors.New("a declaration in the document type declaration has no end")
	}
	return t.rest[1:], nil
}

// isEntityName reports whether the text is a name (XML 1.0 §2.3).
func isEntityName(s string) bool { return chars.IsNCName(strings.ReplaceAll(s, ":", "_")) }
