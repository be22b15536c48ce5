package xmltext

// lexer reads what tokens are made of: names, texts, references, attribute values.
type lexer struct {
	input

	inCData  bool   // a CDATA section was cut
	Brackets int    // literal ']' at the end of the text that was cut, up to 2
	Val      []byte // text of the current token
	Target   []byte // name of the current processing instruction or reference
	scratch  []byte // holds Val where it differs from the source
	values   []byte // attribute values that differ from the source

	chain []string // entities being replaced, outermost first
	spent *int64   // bytes that references expanded to
}

// within returns a lexer over the replacement text of an entity, at the current token.
func (s *lexer) within(text []byte, chain []string) lexer {
	in := lexer{input: input{Options: s.Options, inside: &s.input, begun: true}, chain: chain, spent: s.spent}
	in.setBytes(text, int64(len(text)))
	return in
}
