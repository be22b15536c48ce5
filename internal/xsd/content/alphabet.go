package content

import "github.com/wbxgen/wbxgen/internal/xsd"

// Symbol stands for an expanded name, so that names are looked up once for
// each tag and compared as numbers from then on.
type Symbol int32

// Unknown is every name that the alphabet does not have.
const Unknown Symbol = 0

// SpaceID stands for a namespace of an alphabet, 0 for any other.
type SpaceID int32

// Alphabet numbers names. Once nothing is added any more it is safe for
// concurrent use. The names are in a hash table of its own, as one look-up for
// each tag of a document is what a map is too slow for.
type Alphabet struct {
	spaces  map[string]SpaceID
	entries []alphabetEntry // by symbol; that of Unknown is empty
	slots   []Symbol        // of the hash table, twice as many as names at least
	hash    hasher
}

type alphabetEntry struct {
	local string
	word  word // of local
	space SpaceID
	name  xsd.QName
}

// NewAlphabet returns an alphabet without names.
func NewAlphabet() *Alphabet {
	return &Alphabet{spaces: map[string]SpaceID{}, entries: make([]alphabetEntry, 1), slots: make([]Symbol, 64), hash: newHasher()}
}

// Len returns the number of symbols, [Unknown] included: all are below it.
func (a *Alphabet) Len() int { return len(a.entries) }

// Name returns the name that a symbol stands for, zero for [Unknown].
func (a *Alphabet) Name(s Symbol) xsd.QName { return a.entries[s].name }

// Space returns the number of a namespace.
func (a *Alphabet) Space(uri string) SpaceID { return a.spaces[uri] }

// Find returns the symbol of a name as a scanner delivers it.
func (a *Alphabet) Find(space SpaceID, local []byte) Symbol {
	if space == 0 {
		return Unknown
	}
	mask, w := len(a.slots)-1, wordOf(local)
	for i := a.hash.of(w, local) & mask; ; i = (i + 1) & mask {
		s := a.slots[i]
		if e := &a.entries[s]; s == Unknown || e.space == space && e.word == w && (w.whole() || e.local == string(local)) {
			return s
		}
	}
}

// Of returns the symbol of a name.
func (a *Alphabet) Of(n xsd.QName) Symbol { return a.Find(a.spaces[n.Space], []byte(n.Local)) }

// Add returns the symbol of a name, a new one if it has none yet.
func (a *Alphabet) Add(n xsd.QName) Symbol {
	if s := a.Of(n); s != Unknown {
		return s
	}
	space := a.spaces[n.Space]
	if space == 0 {
		space = SpaceID(len(a.spaces) + 1)
		a.spaces[n.Space] = space
	}
	a.entries = append(a.entries, alphabetEntry{local: n.Local, word: wordOf([]byte(n.Local)), space: space, name: n})
	if s := Symbol(len(a.entries) - 1); 2*len(a.entries) <= len(a.slots) {
		a.enter(s)
		return s
	}
	a.slots = make([]Symbol, 2*len(a.slots))
	for s := range a.entries[1:] {
		a.enter(Symbol(s + 1))
	}
	return Symbol(len(a.entries) - 1)
}

// enter puts a symbol into the hash table.
func (a *Alphabet) enter(s Symbol) {
	mask := len(a.slots) - 1
	i := a.hash.of(a.entries[s].word, []byte(a.entries[s].local)) & mask
	for a.slots[i] != Unknown {
		i = (i + 1) & mask
	}
	a.slots[i] = s
}
