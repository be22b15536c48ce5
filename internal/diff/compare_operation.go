package diff

import (
	"github.com/wbxgen/wbxgen/internal/operation"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// operationPair is an operation in both versions; one side is nil where it has
// come or gone.
type operationPair struct {
	old, new *operation.Operation
}

// matchOperations pairs the operations by request type, then by name.
func (c *comparer) matchOperations() {
	byType, byName := map[xsd.QName]*operation.Operation{}, map[string]*operation.Operation{}
	for i := range c.new.Operations {
		op := &c.new.Operations[i]
		byType[op.Request.Name] = op
		byName[op.Service+"."+op.Name] = op
	}
	taken := map[*operation.Operation]bool{}
	for i := range c.old.Operations {
		op := &c.old.Operations[i]
		to := byType[c.names.typeName(op.Request.Name)]
		if to == nil {
			to = byName[op.Service+"."+op.Name]
		}
		if taken[to] {
			to = nil
		}
		taken[to] = true
		c.operationPairs = append(c.operationPairs, operationPair{op, to})
	}
	for i := range c.new.Operations {
		if op := &c.new.Operations[i]; !taken[op] {
			c.operationPairs = append(c.operationPairs, operationPair{new: op})
		}
	}
}

// operations compares what operations there are. Their types are compared with
// all others.
func (c *comparer) operations() {
	c.matchOperations()
	for _, p := range c.operationPairs {
		switch {
		case p.new == nil:
			c.operationGone(p.old)
		case p.old == nil:
			c.operationNew(p.new)
		default:
			c.operationBoth(p.old, p.new)
		}
	}
}

func (c *comparer) operationGone(op *operation.Operation) {
	h := holder{old: op.Request}
	c.claimed[op.Response] = true
	if c.new.Schema.Type(c.names.typeName(op.Request.Name)) != nil {
		f := c.reportAt(h, "operation-response-removed", at(op.Response), anchor{}, operationText(op), nil)
		f.operations = bothWays(op)[1:]
		return
	}
	c.claimed[op.Request] = true
	f := c.reportAt(h, "operation-removed", at(op.Request), anchor{}, operationText(op), nil)
	f.also = []any{op.Response}
	f.operations = bothWays(op)
}

func (c *comparer) operationNew(op *operation.Operation) {
	h := holder{new: op.Request}
	c.claimed[op.Response] = true
	if c.knownBefore(op.Request) {
		f := c.reportAt(h, "operation-response-added", anchor{}, at(op.Response), nil, operationText(op))
		f.operations = bothWays(op)[1:]
		return
	}
	c.claimed[op.Request] = true
	f := c.reportAt(h, "operation-added", anchor{}, at(op.Request), nil, operationText(op))
	f.also = []any{op.Response}
	f.operations = bothWays(op)
}

// knownBefore reports whether the old version has a type of that name.
func (c *comparer) knownBefore(t xsd.Type) bool {
	return c.old.Schema.Type(c.names.back(t.TypeName())) != nil
}

// bothWays returns the reach of what concerns an operation as such.
func bothWays(op *operation.Operation) []Reach {
	return []Reach{
		{Operation: op.Name, Service: op.Service, Direction: Request, Count: 1},
		{Operation: op.Name, Service: op.Service, Direction: Response, Count: 1},
	}
}

func operationText(op *operation.Operation) *text { return plain(op.Service + "." + op.Name) }

func (c *comparer) operationBoth(o, n *operation.Operation) {
	h := holder{old: o.Request, new: n.Request}
	sameRequest := c.sameRef(o.Request, n.Request)
	switch {
	case o.Name != n.Name || o.Service != n.Service:
		f := c.reportAt(h, "operation-renamed", at(o.Request), at(n.Request), operationText(o), operationText(n))
		f.operations = bothWays(n)
		f.also = []any{o.Response, n.Response}
		c.claim(o.Request, n.Request, o.Response, n.Response)
	case !sameRequest || c.renamed(o.Request):
		f := c.reportAt(h, "operation-request-type-changed", at(o.Request), at(n.Request), c.oldType(o.Request), c.newType(n.Request))
		f.operations = bothWays(n)[:1]
		f.judgeDirection(Request, c.forward(o.Request, n.Request))
		c.claim(o.Request, n.Request)
	}
	if !c.sameRef(o.Response, n.Response) {
		f := c.reportAt(holder{old: o.Response, new: n.Response}, "operation-response-type-changed", at(o.Response), at(n.Response), c.oldType(o.Response), c.newType(n.Response))
		f.operations = bothWays(n)[1:]
		f.judgeDirection(Response, c.backward(o.Response, n.Response))
		c.claim(o.Response, n.Response)
	}
	c.responses[typePair{o.Response, n.Response}] = true
	c.pair(o.Request, n.Request)
	c.pair(o.Response, n.Response)
}

// renamed reports whether a type was paired with one of another name.
func (c *comparer) renamed(t xsd.Type) bool {
	_, ok := c.names.types[t.TypeName()]
	return ok
}

func (c *comparer) claim(parts ...any) {
	for _, p := range parts {
		c.claimed[p] = true
	}
}

// judgeDirection sets the level of a changed type by whether the one side
// accepts what the other sends.
func (f *finding) judgeDirection(d Direction, v verdict) {
	level := map[verdict]Level{holds: Info, fails: Break, unknown: Risk}[v]
	if v == unknown {
		f.reason = Unproven
	}
	if d == Request {
		f.severity.Request = level
	} else {
		f.severity.Response, f.severity.Strict = level, level
	}
}

// emptied reports a response that had no content and has some, or the other
// way round, as one finding.
func (c *comparer) emptied(o, n *xsd.ComplexType) bool {
	if !c.responses[typePair{o, n}] {
		return false
	}
	a, b := contentTree(o.Content.Particle), contentTree(n.Content.Particle)
	if o.Content.Kind == xsd.SimpleContent || n.Content.Kind == xsd.SimpleContent || (len(a.kids) == 0) == (len(b.kids) == 0) {
		return false
	}
	id := "operation-response-added"
	if len(b.kids) == 0 {
		id = "operation-response-removed"
	}
	c.report(id, contentAnchor(o), contentAnchor(n), nodeText(a), nodeText(b))
	return true
}
