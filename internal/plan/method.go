package plan

import "github.com/wbxgen/wbxgen/internal/xsd"

// Operation is what goes over the wire for a method.
type Operation struct {
	Name     string // such as CreateMeeting
	Service  string // such as meeting.auo
	WireType string // the text of xsi:type in a request
	ReadOnly bool   // it changes nothing, so that it can be sent again
	// Request and Response are the names of types or, where Elements is set,
	// of elements.
	Request  xsd.QName
	Response xsd.QName
	Elements bool
}

// Method is an operation's method on the package's client.
type Method struct {
	Name      string
	File      string
	Doc       []string
	Var       string // the descriptor
	Operation Operation
	Request   *Struct
	Response  *Struct
	List      *List // how the response's list is read item by item; nil without one
}

// List is a repeated element of a response that can be read item by item.
type List struct {
	Var   string // the variable that holds it
	Items string // the method that reads one answer
	Doc   []string
	Item  *Field
	// Pages is nil for a list that comes in one piece.
	Pages *Pages
}

// Pages is how a list is asked for page by page.
type Pages struct {
	All                   string // the method that reads all pages
	Doc                   []string
	Control               *Field // of the request
	Start                 *Field // of the control
	Records               *Field // of the response
	Total, Returned, From *Field // of the records
}
