package plan

import "testing"

// goName writes a type as goapi does, shortened.
func goName(t Type) string {
	name := t.Name
	if t.Runtime {
		name = RuntimePackage(name) + "." + name
	}
	if t.Slice {
		name = "[]" + name
	}
	return name
}

func TestGoTypeOfAField(t *testing.T) {
	text, moment := Type{Name: "string"}, Type{Name: "DateTime", Runtime: true}
	for _, c := range []struct {
		name  string
		field Field
		want  string
		must  bool // MustBeSet
	}{
		{"required", Field{Type: text}, "string", false},
		{"optional", Field{Type: text, Shape: Optional}, "*string", false},
		{"repeated", Field{Type: text, Shape: Repeated}, "[]string", false},
		{"required in a circle", Field{Kind: StructField, Type: Type{Name: "T"}, Pointer: true}, "*T", false},
		{"repeated in a circle", Field{Kind: StructField, Type: Type{Name: "T"}, Pointer: true, Shape: Repeated}, "[]T", false},
		{"nillable", Field{Type: moment, Nillable: true}, "wire.Nillable[datatype.DateTime]", false},
		{"optional nillable", Field{Type: text, Nillable: true, Shape: Optional}, "wire.Nillable[string]", false},
		{"repeated nillable", Field{Type: text, Nillable: true, Shape: Repeated}, "[]wire.Nillable[string]", false},
		{"list", Field{Kind: ListField, Type: text}, "[]string", true},
		{"optional list", Field{Kind: ListField, Type: text, Shape: Optional}, "[]string", false},
		{"repeated list", Field{Kind: ListField, Type: text, Shape: Repeated}, "[][]string", false},
		{"nillable list", Field{Kind: ListField, Type: text, Nillable: true}, "wire.Nillable[[]string]", false},
		{"named list", Field{Kind: ListField, Type: Type{Name: "Sizes"}, Simple: &Simple{Of: text}}, "Sizes", true},
		{"optional bytes", Field{Type: Type{Name: "byte", Slice: true}, Scalar: Base64Scalar, Shape: Optional}, "[]byte", false},
		{"required bytes", Field{Type: Type{Name: "byte", Slice: true}, Scalar: HexScalar}, "[]byte", true},
		{"fixed bytes", Field{Type: Type{Name: "byte", Slice: true}, Scalar: HexScalar, Checks: []Check{{Kind: CheckLength}, {Kind: CheckFixed, Text: "00"}}}, "[]byte", false},
		{"optional choice", Field{Kind: ChoiceField, Type: Type{Name: "C"}, Shape: Optional}, "C", false},
		{"optional open type", Field{Kind: TypedField, Type: Type{Name: "Typed", Runtime: true}, Shape: Optional}, "wire.Typed", false},
		{"attributes of a wildcard", Field{Kind: AttrsField, Type: Type{Name: "Attr", Runtime: true}}, "wire.Attr", false},
	} {
		if got := c.field.GoType().Text(goName); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		if got := c.field.MustBeSet(); got != c.must {
			t.Errorf("%s: must be set: %v", c.name, got)
		}
	}
}

func TestItemsOfLists(t *testing.T) {
	text := Type{Name: "string"}
	if got := (&Field{Kind: ListField, Type: text}).ListItemType(); got != text {
		t.Errorf("without a name: %v", got)
	}
	if got := (&Field{Kind: ListField, Type: Type{Name: "Sizes"}, Simple: &Simple{Of: text}}).ListItemType(); got != text {
		t.Errorf("with a name: %v", got)
	}
	if (&Field{Simple: &Simple{}}).IsNamedList() {
		t.Error("a scalar of a named type is taken for a list")
	}
}

func TestFixedValueOfAField(t *testing.T) {
	f := Field{Checks: []Check{{Kind: CheckPattern, Text: "x"}, {Kind: CheckFixed, Text: "v"}}}
	if text, ok := f.Fixed(); text != "v" || !ok {
		t.Errorf("got %q, %v", text, ok)
	}
	if text, ok := (&Field{Checks: f.Checks[:1]}).Fixed(); text != "" || ok {
		t.Errorf("of a pattern alone: %q, %v", text, ok)
	}
}
