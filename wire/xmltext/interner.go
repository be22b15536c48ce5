package xmltext

const (
	maxInterned  = 1024 // prefixes and namespace names that a scanner remembers
	longInterned = 256  // bytes of the longest one it remembers
)

// interner keeps prefixes and namespace names as strings.
type interner struct{ interned map[string]string }

// Intern returns b as a string, the same one for the same text.
func (s *interner) Intern(b []byte) string {
	if v, ok := s.interned[string(b)]; ok {
		return v
	}
	v := string(b)
	if len(b) > longInterned {
		return v
	}
	if s.interned == nil {
		s.interned = make(map[string]string)
	}
	if len(s.interned) < maxInterned {
		s.interned[v] = v
	}
	return v
}
