package datatype

// kind is a primitive type, or what stands in its place.
type kind uint8

const (
	anyKind kind = iota // xs:anySimpleType, whose values are texts
	stringKind
	booleanKind
	decimalKind
	floatKind
	doubleKind
	durationKind
	dateTimeKind
	timeKind
	dateKind
	gYearMonthKind
	gYearKind
	gMonthDayKind
	gDayKind
	gMonthKind
	hexBinaryKind
	base64BinaryKind
	anyURIKind
	qNameKind
	notationKind
	listKind
	unionKind
)

// kindNames are in the order of the constants.
var kindNames = [...]string{
	"anySimpleType", "string", "boolean", "decimal", "float", "double", "duration", "dateTime", "time", "date",
	"gYearMonth", "gYear", "gMonthDay", "gDay", "gMonth", "hexBinary", "base64Binary", "anyURI", "QName", "NOTATION",
	"list", "union",
}

func (k kind) String() string { return kindNames[k] }

func (k kind) isInstant() bool { return dateTimeKind <= k && k <= gMonthKind }

func (k kind) isText() bool { return k == stringKind || k == anyKind || k == anyURIKind }

func (k kind) isName() bool { return k == qNameKind || k == notationKind }

func (k kind) isBinary() bool { return k == hexBinaryKind || k == base64BinaryKind }

// isNumber tells the kinds of the fundamental facet numeric.
func (k kind) isNumber() bool { return decimalKind <= k && k <= doubleKind }

// isOrdered tells the kinds that have an order, if a partial one.
func (k kind) isOrdered() bool { return decimalKind <= k && k <= gMonthKind }

// rule is what a built-in type asks of its text beyond its primitive type.
type rule uint8

const (
	noRule rule = iota
	integerRule
	languageRule
	nmtokenRule
	nameRule
	ncNameRule
)
