package compile

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// xpath reads the expression of a selector or field (Part 1 §3.11.6).
func (id *identities) xpath(d *document, e *xmltree.Element, field bool) xsd.XPath {
	a, _ := e.Attr("", "xpath")
	x := xsd.XPath{Text: collapse(a.Value)}
	p := &pathParser{rest: a.Value, field: field, resolve: valueContext(d, e)}
	for {
		path, problem := p.path()
		if problem != "" {
			code := "c-selector-xpath"
			if field {
				code = "c-fields-xpaths"
			}
			id.log.diags.Error(a.Pos, code, "xpath=%q: %s", shorten(x.Text), problem)
			return x
		}
		x.Paths = append(x.Paths, path)
		if !p.accept("|") {
			return x
		}
	}
}

// pathParser reads location paths of the subset.
type pathParser struct {
	rest    string
	field   bool
	resolve func(string) (string, bool)
}

func (p *pathParser) skip() { p.rest = strings.TrimLeftFunc(p.rest, isSpace) }

func (p *pathParser) accept(token string) bool {
	p.skip()
	if !strings.HasPrefix(p.rest, token) {
		return false
	}
	p.rest = p.rest[len(token):]
	return true
}

// path reads one alternative up to "|" or the end.
func (p *pathParser) path() (xsd.Path, string) {
	var path xsd.Path
	if saved := p.rest; p.accept(".") {
		if path.Descendant = p.accept("//"); !path.Descendant {
			p.rest = saved
		}
	}
	for {
		step, self, problem := p.step()
		if problem != "" {
			return path, problem
		}
		if !self {
			path.Steps = append(path.Steps, step)
		}
		if p.skip(); p.rest == "" || p.rest[0] == '|' {
			return path, ""
		}
		if step.Attribute {
			return path, "an attribute must be the last step"
		}
		if strings.HasPrefix(p.rest, "//") {
			return path, "\"//\" may stand only at the start, as \".//\""
		}
		if !p.accept("/") {
			return path, "unexpected \"" + shorten(p.rest) + "\"; steps are separated by \"/\", paths by \"|\""
		}
	}
}

// step reads a step; self is set for ".".
func (p *pathParser) step() (step xsd.Step, self bool, problem string) {
	switch {
	case p.accept("@"):
		step.Attribute = true
	case p.axis("attribute"):
		step.Attribute = true
	case p.axis("child"):
	case p.accept("."):
		if strings.HasPrefix(p.rest, ".") {
			return step, false, "the parent step \"..\" is not allowed"
		}
		return step, true, ""
	}
	if step.Attribute && !p.field {
		return step, false, "a selector selects elements, not attributes"
	}
	problem = p.nameTest(&step)
	return step, false, problem
}

// axis reads an axis name and "::", or nothing.
func (p *pathParser) axis(name string) bool {
	saved := p.rest
	if p.accept(name) && p.accept("::") {
		return true
	}
	p.rest = saved
	return false
}

// nameTest reads *, prefix:* or a QName. Names without a prefix are in no
// namespace, as in XPath 1.0.
func (p *pathParser) nameTest(step *xsd.Step) string {
	p.skip()
	if p.accept("*") {
		step.AnyName = true
		return ""
	}
	first := p.ncName()
	if first == "" {
		return "expected a name, \"*\" or \".\" at \"" + shorten(p.rest) + "\""
	}
	if strings.HasPrefix(p.rest, "::") {
		return "the axis \"" + first + "\" is not allowed"
	}
	if !strings.HasPrefix(p.rest, ":") {
		step.Name.Local = first
		return ""
	}
	p.rest = p.rest[1:]
	uri, ok := p.resolve(first)
	if !ok {
		return "the prefix \"" + first + "\" is not declared"
	}
	step.Name.Space = uri
	if strings.HasPrefix(p.rest, "*") {
		p.rest, step.AnyLocal = p.rest[1:], true
		return ""
	}
	if step.Name.Local = p.ncName(); step.Name.Local == "" {
		return "expected a name or \"*\" after \"" + first + ":\""
	}
	return ""
}

// ncName takes the longest NCName off the front.
func (p *pathParser) ncName() string {
	end := strings.IndexAny(p.rest, " \t\r\n/|:*@()[]=!<>,'\"$+")
	if end < 0 {
		end = len(p.rest)
	}
	name := p.rest[:end]
	if !isNCName(name) {
		return ""
	}
	p.rest = p.rest[end:]
	return name
}
