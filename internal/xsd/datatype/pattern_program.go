package datatype

// maxProgram bounds the instructions of a pattern, and with them the places
// that matching can be at: for each character of a text it may look at all.
const maxProgram = 1 << 14

// instKind says what an instruction of a program does.
type instKind uint8

const (
	instRun   instKind = iota // read characters of a set, from min to max of them
	instSplit                 // go on at two places
	instMatch                 // the text may end here
)

// inst is an instruction: a state of a non-deterministic automaton.
type inst struct {
	kind     instKind
	set      int32 // into program.sets
	min, max int32 // of a run
	next     int32
	other    int32 // of a split
}

// program is a regular expression as an automaton.
type program struct {
	insts []inst
	start int32
	sets  []runeSet
	// alike has a number for each instruction, which those have together that stand
	// for one of the pattern in the optional copies of a repeated group. From the
	// highest of them each text leads on that does from another one: it is of the
	// first copy, behind which most copies come.
	alike []int32
}

// compiler builds a program from its end to its start, so that each
// instruction knows what follows.
type compiler struct {
	program
	index  map[string]int32 // of sets, by their ranges
	copies []int            // for each instruction, how many are alike
}

func compile(root *node) *program {
	c := compiler{index: map[string]int32{}}
	c.start = c.node(root, c.emit(inst{kind: instMatch}))
	return &c.program
}

func (c *compiler) emit(i inst) int32 {
	at := int32(len(c.insts))
	c.insts, c.alike, c.copies = append(c.insts, i), append(c.alike, at), append(c.copies, 1)
	return at
}

// node returns where n begins if next follows it.
func (c *compiler) node(n *node, next int32) int32 {
	switch n.op {
	case opSet:
		return c.run(n.set, 1, 1, next)
	case opConcat:
		for i := len(n.parts) - 1; i >= 0; i-- {
			next = c.node(n.parts[i], next)
		}
		return next
	case opChoice:
		start := c.node(n.parts[len(n.parts)-1], next)
		for i := len(n.parts) - 2; i >= 0; i-- {
			start = c.emit(inst{kind: instSplit, next: c.node(n.parts[i], next), other: start})
		}
		return start
	case opRepeat:
		return c.repeat(n, n.parts[0], next)
	}
	return next
}

func (c *compiler) run(set runeSet, least, most int, next int32) int32 {
	return c.emit(inst{kind: instRun, set: c.setIndex(set), min: int32(least), max: int32(most), next: next})
}

// repeat copies the body, other than a set, as often as it may occur.
func (c *compiler) repeat(n, body *node, next int32) int32 {
	if body.op == opSet {
		return c.run(body.set, n.min, n.max, next)
	}
	start, required := next, n.min
	if n.max == unlimited {
		split := c.emit(inst{kind: instSplit, other: next})
		c.insts[split].next = c.node(body, split)
		start = split
		if required > 0 {
			start = c.insts[split].next
			required--
		}
	} else {
		first := len(c.insts)
		for range n.max - n.min {
			start = c.emit(inst{kind: instSplit, next: c.node(body, start), other: next})
		}
		c.unite(first, n.max-n.min)
	}
	for range required {
		start = c.node(body, start)
	}
	return start
}

// unite makes alike what the optional copies of a group have from first on. Of groups
// in each other, the one with more copies counts: instructions that differ in both
// cannot be compared.
func (c *compiler) unite(first, copies int) {
	size := 0
	if copies > 0 {
		size = (len(c.insts) - first) / copies
	}
	for i := range size {
		if c.copies[first+i] >= copies {
			continue
		}
		for k := range copies {
			at := first + k*size + i
			c.alike[at], c.copies[at] = int32(first+i), copies
		}
	}
}

func (c *compiler) setIndex(set runeSet) int32 {
	key := make([]byte, 0, 8*len(set))
	for _, r := range set {
		key = append(key, byte(r.lo), byte(r.lo>>8), byte(r.lo>>16), byte(r.hi), byte(r.hi>>8), byte(r.hi>>16))
	}
	i, ok := c.index[string(key)]
	if !ok {
		i = int32(len(c.sets))
		c.sets = append(c.sets, set)
		c.index[string(key)] = i
	}
	return i
}
