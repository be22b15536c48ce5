package witness

import (
	"iter"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// repeated yields documents in which things occur twice with the same values,
// and with all that may be left out: that is what identity constraints and
// identifiers ask about.
func (i ideas) repeated() iter.Seq[attempt] {
	return func(yield func(attempt) bool) {
		for _, to := range []way{i.site.place, i.site.holder} {
			for _, levels := range []int{1, 2, 3} {
				if !twice(to, levels, yield) {
					return
				}
			}
			last := to.last()
			if last == nil || to.hops[len(to.hops)-1].particle == nil {
				continue
			}
			above, again := to.above(), wanting(sample.Want{Particle: last.particle, Count: max(last.particle.Min, 2), Alike: true})
			if !yield(attempt{above, again}) || !yield(attempt{above, full(2, again)}) {
				return
			}
		}
	}
}

// twice yields documents in which each repeatable element at the end of a way
// occurs twice.
func twice(to way, levels int, yield func(attempt) bool) bool {
	ct, ok := to.end.(*xsd.ComplexType)
	if !ok {
		return true
	}
	for _, p := range inclusion.Leaves(ct.Content.Particle) {
		if p.Max == 1 {
			continue
		}
		if !yield(attempt{to, full(levels, wanting(sample.Want{Particle: p, Count: max(p.Min, 2), Alike: true}))}) {
			return false
		}
	}
	return yield(attempt{to, full(levels, minimal)})
}
