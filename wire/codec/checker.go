package codec

import (
	"cmp"
	"encoding"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Checked is a value that can say what of it the schema does not allow. Generated types are, where there is something to
// check that no [Table] says.
type Checked interface{ CheckXML(c *Checker) }

// validate checks a value: what it or its table says, and then what is asked of what is written.
func validate(v any, open bool) error {
	if isNil(v) {
		return &wire.InvalidError{Msg: nilName(v) + " is nil"}
	}
	c := Checker{open: open}
	root, err := rootOf(v, door.Config{})
	if err == nil {
		c.filled = root.Default != nil
	}
	c.at = v
	c.check(v)
	if err == nil && root.Default != nil {
		c.fixedRoot(root.Default, v)
	}
	if v, ok := v.(Appender); ok {
		c.written(v)
	}
	return c.Err()
}

// Checker collects what is wrong with a value, and where. The zero Checker is ready.
//
// In its methods, name is the element or attribute and index the place among several of that name, -1 where there can
// be just one. An empty name stands for the value at hand itself.
type Checker struct {
	path []string
	errs []error
	void bool // the value at hand has xsi:nil
	// nilled says the same of the value that comes next.
	nilled bool
	// filled says that the element of the value at hand has a default, which its text means when it is empty, and fills that
	// of the value that comes next.
	filled, fills bool
	// derived says that the value at hand has an xsi:type of which its struct may know only a part.
	derived bool
	at      any  // the value at hand, which knows its type
	open    bool // values that an enumeration does not list are no mistake
	gap     bool // an item that is nil has been reported
}

// Err returns what was found, nil if nothing was.
func (c *Checker) Err() error { return errors.Join(c.errs...) }

func (c *Checker) report(name string, index int, problem string) {
	if problem == "" {
		return
	}
	path := strings.Join(c.path, "/")
	if step := step(name, index); step != "" {
		if path != "" && step[0] != '[' {
			path += "/"
		}
		path += step
	}
	c.errs = append(c.errs, &wire.InvalidError{Path: path, Msg: problem})
}

// step is a step of a path. Places count from 1 there.
func step(name string, index int) string {
	if index < 0 {
		return name
	}
	return name + "[" + strconv.Itoa(index+1) + "]"
}

// Object checks a value that is checked by itself, if it is: one that is [Checked], or has a table that says what is checked.
func (c *Checker) Object(name string, index int, v any) {
	defer c.leave(c.enter(name, index, v))
	c.check(v)
}

// around is what a checker knows of the value at hand, while one within it is checked.
type around struct {
	path                  int
	void, derived, filled bool
	at                    any
}

// enter begins to check a value within the one at hand.
func (c *Checker) enter(name string, index int, v any) around {
	before := around{len(c.path), c.void, c.derived, c.filled, c.at}
	if step := step(name, index); step != "" {
		c.filled, c.fills = c.fills, false
		c.path = append(c.path, step)
	}
	c.void, c.nilled, c.derived, c.at = c.nilled, false, false, v
	return before
}

// leave goes back to the value around.
func (c *Checker) leave(before around) {
	c.path = c.path[:before.path]
	c.void, c.derived, c.filled, c.at = before.void, before.derived, before.filled, before.at
}

// Fills says that the element of the value that comes next has a default.
func (c *Checker) Fills() { c.fills = true }

// isDefault reports whether a text is empty and means the default of the element whose text it is.
func (c *Checker) isDefault(name, text string) bool { return c.filled && name == "" && text == "" }

// String checks a text.
func (c *Checker) String(name string, index int, text string, f *Facets) {
	if c.isDefault(name, text) {
		return
	}
	c.report(name, index, cmp.Or(f.fixedProblem(text), f.textProblem(text, look{open: c.open})))
}

// CheckListed checks that an enumeration lists the value at hand: values are those that it lists.
func CheckListed[T ~string](c *Checker, v T, values func() []T) {
	if c.open || c.isDefault("", string(v)) {
		return
	}
	list := values()
	if slices.Contains(list, v) {
		return
	}
	texts := make([]string, len(list))
	for i, x := range list {
		texts[i] = string(x)
	}
	c.report("", -1, unlisted(string(v), texts))
}

// QName checks a qualified name.
func (c *Checker) QName(name string, index int, v wire.QName, f *Facets) {
	text := v.String()
	c.report(name, index, cmp.Or(f.fixedProblem(text), f.unlistedProblem(text, look{open: c.open})))
}

// Bool checks a truth value.
func (c *Checker) Bool(name string, index int, v bool, f *Facets) {
	text := strconv.FormatBool(v)
	c.report(name, index, cmp.Or(f.fixedProblem(text), f.patternProblem(text)))
}

// Int checks an integer.
func (c *Checker) Int(name string, index int, n int64, f *Facets) {
	text := strconv.FormatInt(n, 10)
	c.report(name, index, cmp.Or(f.fixedProblem(text), f.boundProblem(text, func(bound string) (int, bool) {
		o, err := strconv.ParseInt(bound, 10, 64)
		if errors.Is(err, strconv.ErrRange) {
			return -cmp.Compare(o, 0), true
		}
		return cmp.Compare(n, o), err == nil
	}), f.digitsProblem(text), f.patternProblem(text)))
}

// Uint checks an integer that is not negative.
func (c *Checker) Uint(name string, index int, n uint64, f *Facets) {
	text := strconv.FormatUint(n, 10)
	c.report(name, index, cmp.Or(f.fixedProblem(text), f.boundProblem(text, func(bound string) (int, bool) {
		if strings.HasPrefix(bound, "-") {
			return 1, true
		}
		o, err := strconv.ParseUint(bound, 10, 64)
		return cmp.Compare(n, o), err == nil || errors.Is(err, strconv.ErrRange)
	}), f.digitsProblem(text), f.patternProblem(text)))
}

// Float checks a floating-point number. NaN is within no bounds (XSD 1.0 Part 2 §3.2.4.1).
func (c *Checker) Float(name string, index int, v float64, f *Facets) {
	text := string(appendFloat(nil, v))
	c.report(name, index, cmp.Or(f.fixedProblem(text), f.boundProblem(text, func(bound string) (int, bool) {
		o, ok := parseFloat([]byte(bound), 64)
		return cmp.Compare(v, o), ok && !math.IsNaN(v)
	}), f.patternProblem(text)))
}

// Hex checks bytes that are written as xs:hexBinary.
func (c *Checker) Hex(name string, index int, v []byte, f *Facets) {
	c.bytes(name, index, v, HexText, f)
}

// Base64 checks bytes that are written as xs:base64Binary.
func (c *Checker) Base64(name string, index int, v []byte, f *Facets) {
	c.bytes(name, index, v, Base64Text, f)
}

func (c *Checker) bytes(name string, index int, v []byte, text func([]byte) string, f *Facets) {
	if len(v) == 0 && c.isDefault(name, "") {
		return
	}
	problem := f.lengthProblem(len(v), "byte")
	if problem == "" && (f.IsFixed || len(f.Patterns) > 0) {
		written := text(v)
		problem = cmp.Or(f.fixedProblem(written), f.patternProblem(written))
	}
	c.report(name, index, problem)
}

// List checks the length of a list.
func (c *Checker) List(name string, index, n int, f *Facets) {
	if n == 0 && c.isDefault(name, "") {
		return
	}
	c.report(name, index, f.lengthProblem(n, "item"))
}

// Lacks reports the required attributes of an element that is nil and has no value, which could have them.
func (c *Checker) Lacks(name string, index int, attrs ...string) {
	for _, a := range attrs {
		c.report(step(name, index)+"/"+a, -1, "is missing")
	}
}

// NilAbstract reports an element that is nil and has no xsi:type, which its type needs, as it is abstract (XSD 1.0 Part 1 §3.3.4).
func (c *Checker) NilAbstract(name string, index int) {
	c.report(name, index, "is nil and has no type, but the schema's type for it is abstract")
}

// NilFixed reports an element that is nil though the schema fixes its value (XSD 1.0 Part 1 §3.3.4).
func (c *Checker) NilFixed(name string, index int) {
	c.report(name, index, "is nil, but the schema fixes its value")
}

// Value checks a value of the types of this package.
func (c *Checker) Value(name string, index int, v encoding.TextAppender, f *Facets) {
	if c.filled && c.isDefault(name, wordOf(v)) {
		return
	}
	c.report(name, index, f.valueProblem(v, c.open))
}

// Items checks how often an element occurs; a high of 0 is no bound.
func (c *Checker) Items(name string, n int, low, high uint64) {
	f := Facets{MinLength: low, MaxLength: high, Bounded: high > 0}
	c.report(name, -1, f.lengthProblem(n, "item"))
}

// Choice checks that a branch of a choice is set, where the schema asks for one.
func (c *Checker) Choice(name string, set bool) {
	if !set {
		c.report(name, -1, "is not set, but the schema asks for one of its branches")
	}
}
