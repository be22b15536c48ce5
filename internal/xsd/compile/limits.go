package compile

// Limits bound what a set of schema documents may make the compiler do.
type Limits struct {
	Documents  int // schema documents
	Components int // components of all kinds
	Depth      int // nesting of elements in a document
	Chain      int // components that are defined by way of one another: bases, groups within groups, heads of heads
	Steps      int // of a single check whose cost can grow with the product of two content models; all checks together may take ten times as many
}

// DefaultLimits are far beyond any published schema set.
var DefaultLimits = Limits{Documents: 10_000, Components: 5_000_000, Depth: 1_000, Chain: 1_000, Steps: 1_000_000}

func (l Limits) orDefault() Limits {
	d := DefaultLimits
	if l.Documents > 0 {
		d.Documents = l.Documents
	}
	if l.Components > 0 {
		d.Components = l.Components
	}
	if l.Depth > 0 {
		d.Depth = l.Depth
	}
	if l.Chain > 0 {
		d.Chain = l.Chain
	}
	if l.Steps > 0 {
		d.Steps = l.Steps
	}
	return d
}
