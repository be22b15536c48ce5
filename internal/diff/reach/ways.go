package reach

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Step leads to a component.
type Step struct {
	To   any
	Name string
}

// Way returns the shortest way from a component to another one; ok is false
// where none leads there but by xsi:type.
func (g *Graph) Way(from, to any) (way []Step, ok bool) {
	source, known := g.id[from]
	target, there := g.id[to]
	if !known || !there {
		return nil, false
	}
	ways := g.waysTo(target)
	if _, reached := ways.steps[source]; !reached || ways.via[source] {
		return nil, false
	}
	for at := source; ; {
		next, more := ways.next[at]
		if !more {
			return way, true
		}
		to := g.part[next.to]
		if t, ok := typeAt(to); ok {
			to = t
		}
		way = append(way, Step{to, next.step})
		at = next.to
	}
}

// Steps returns how many elements are on the shortest way from a component to
// another one at least, as [Graph.Way] finds it. The last step to what has text
// may be one into an attribute.
func (g *Graph) Steps(from, to any) (steps int, ok bool) {
	source, known := g.id[from]
	target, there := g.id[to]
	if !known || !there {
		return 0, false
	}
	ways := g.waysTo(target)
	steps, ok = ways.steps[source]
	switch to.(type) {
	case *xsd.AttributeDecl, *xsd.SimpleType:
		steps = max(steps-1, 0)
	}
	return steps, ok && !ways.via[source]
}

// ways is how one node is reached: by node, the next one on the shortest way,
// and the number of ways.
type ways struct {
	steps map[int]int // elements on the shortest way
	next  map[int]arcTo
	count map[int]int
	via   map[int]bool   // reached by xsi:type alone
	paths map[int]string // of the nodes that were asked for
	// entries are the places of those from which the node is reached.
	entries []int
}

type arcTo struct {
	to   int
	step string
}

// waysTo returns from where a node is reached.
func (g *Graph) waysTo(target int) *ways {
	if w := g.seen[target]; w != nil {
		return w
	}
	w := &ways{steps: map[int]int{}, next: map[int]arcTo{}, via: map[int]bool{}, paths: map[int]string{}}
	order := g.spread(w, target, byName)
	w.count = g.countWays(order, target)
	for _, id := range g.spread(w, target, byWildcard) {
		if loop := g.loop[id]; w.count[loop] == 0 {
			w.count[loop] = 1
		}
	}
	for _, id := range g.spread(w, target, byType) {
		if _, counted := w.count[g.loop[id]]; !counted {
			w.via[id] = true
		}
	}
	if g.kept += len(w.steps); g.kept > maxKept {
		clear(g.seen)
		g.kept = len(w.steps)
	}
	g.seen[target] = w
	return w
}

// maxKept bounds the nodes of all ways that are kept: in a large schema that has
// changed everywhere, nearly all types are reached from nearly all.
const maxKept = 4_000_000

// spread walks the arcs backwards from a node, nearest first: an arc without a
// step costs nothing. It goes on from what it has reached before, along arcs of a
// kind that it has not walked yet.
func (g *Graph) spread(w *ways, target int, kind arcKind) []int {
	done := map[int]bool{}
	var order []int
	if kind == byName {
		w.steps[target] = 0
	}
	start := sortedKeys(w.steps)
	for now := start; len(now) > 0; {
		var later []int
		for i := 0; i < len(now); i++ {
			id := now[i]
			if done[id] {
				continue
			}
			done[id] = true
			order = append(order, id)
			for k := range g.into[id] {
				a := &g.into[id][k]
				if a.kind > kind || g.fresh(a, id) {
					continue
				}
				cost := w.steps[id]
				if a.step != "" {
					cost++
				}
				if known, ok := w.steps[a.from]; ok && known <= cost {
					continue
				}
				w.steps[a.from], w.next[a.from] = cost, arcTo{id, a.step}
				if a.step == "" {
					now = append(now, a.from)
				} else {
					later = append(later, a.from)
				}
			}
		}
		now = later
	}
	return order
}

func sortedKeys(m map[int]int) []int {
	var keys []int
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// maxCount is where counting ways ends.
const maxCount = 1 << 30

// countWays counts the ways to the target from each strongly connected
// component: ways that differ only within one are one. Components are numbered
// so that arcs lead to lower numbers.
func (g *Graph) countWays(nodes []int, target int) map[int]int {
	slices.SortFunc(nodes, func(a, b int) int {
		if g.loop[a] != g.loop[b] {
			return g.loop[a] - g.loop[b]
		}
		return a - b
	})
	count := map[int]int{g.loop[target]: 1}
	for _, id := range nodes {
		for i := range g.into[id] {
			a := &g.into[id][i]
			if from := g.loop[a.from]; a.kind == byName && from != g.loop[id] && !g.fresh(a, id) {
				count[from] = min(count[from]+count[g.loop[id]], maxCount)
			}
		}
	}
	return count
}

// path returns the steps from a node to the target, and how many ways there
// are; ok is false where it is not reached.
func (w *ways) path(g *Graph, from int) (path string, count int, via, ok bool) {
	if _, reached := w.steps[from]; !reached {
		return "", 0, false, false
	}
	path = w.pathFrom(from)
	if w.via[from] {
		return path, 1, true, true
	}
	return path, w.count[g.loop[from]], false, true
}

// pathFrom returns the steps from a node to the target, which are put together
// once.
func (w *ways) pathFrom(node int) string {
	path, known := w.paths[node]
	if known {
		return path
	}
	var steps []string
	for at := node; ; {
		next, more := w.next[at]
		if !more {
			break
		}
		if next.step != "" {
			steps = append(steps, next.step)
		}
		at = next.to
	}
	path = strings.Join(steps, "/")
	w.paths[node] = path
	return path
}

// components numbers the strongly connected components of a graph, those that
// arcs lead to first (Tarjan's algorithm, without recursion).
func components(out [][]int) []int {
	number := make([]int, len(out))
	index := make([]int, len(out))
	low := make([]int, len(out))
	onStack := make([]bool, len(out))
	var stack []int
	next, found := 1, 0
	type frame struct{ node, arc int }
	for root := range out {
		if index[root] != 0 {
			continue
		}
		calls := []frame{{root, 0}}
		for len(calls) > 0 {
			f := &calls[len(calls)-1]
			n := f.node
			if f.arc == 0 {
				index[n], low[n] = next, next
				next++
				stack, onStack[n] = append(stack, n), true
			}
			if f.arc < len(out[n]) {
				to := out[n][f.arc]
				f.arc++
				if index[to] == 0 {
					calls = append(calls, frame{to, 0})
				} else if onStack[to] {
					low[n] = min(low[n], index[to])
				}
				continue
			}
			calls = calls[:len(calls)-1]
			if len(calls) > 0 {
				up := calls[len(calls)-1].node
				low[up] = min(low[up], low[n])
			}
			if low[n] == index[n] {
				for {
					top := stack[len(stack)-1]
					stack, onStack[top] = stack[:len(stack)-1], false
					number[top] = found
					if top == n {
						break
					}
				}
				found++
			}
		}
	}
	return number
}
