package xmltext

// Limits bounds what a document may cost. A zero field means its default, a negative one no limit.
// Depth is at most 100,000, whatever is asked for.
type Limits struct {
	Depth     int   // open elements: 1,000
	Attrs     int   // attributes and namespace declarations of one element, each: 1,000
	Name      int   // bytes of one name: 4,096
	Value     int   // bytes of one attribute value: 1 MiB
	Token     int   // bytes of one tag, comment, processing instruction or DOCTYPE, and of the text of one leaf: 16 MiB
	Size      int64 // bytes of the document, as UTF-8: 1 GiB
	Expansion int64 // bytes that entity references expand to in all: 8 MiB
}

// maxDepth bounds Limits.Depth: decoding nested objects takes stack.
const maxDepth = 100_000

var defaultLimits = Limits{
	Depth:     1000,
	Attrs:     1000,
	Name:      4 << 10,
	Value:     1 << 20,
	Token:     16 << 20,
	Size:      1 << 30,
	Expansion: 8 << 20,
}

// WithDefaults replaces zero fields by the defaults and negative ones by a number that nothing reaches.
func (l Limits) WithDefaults() Limits {
	return Limits{
		Depth:     min(pickLimit(l.Depth, defaultLimits.Depth), maxDepth),
		Attrs:     pickLimit(l.Attrs, defaultLimits.Attrs),
		Name:      pickLimit(l.Name, defaultLimits.Name),
		Value:     pickLimit(l.Value, defaultLimits.Value),
		Token:     pickLimit(l.Token, defaultLimits.Token),
		Size:      pickLimit(l.Size, defaultLimits.Size),
		Expansion: pickLimit(l.Expansion, defaultLimits.Expansion),
	}
}

func pickLimit[T int | int64](v, def T) T {
	switch {
	case v == 0:
		return def
	case v < 0:
		return max(def, T(int(^uint(0)>>2)))
	}
	return v
}
