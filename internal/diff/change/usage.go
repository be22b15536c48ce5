package change

// UsageMark says whether captured documents show what a change is about.
type UsageMark string

// The marks. A change that was not held against captured documents has none.
const (
	Touched   UsageMark = "touched"
	Untouched UsageMark = "untouched"
)
