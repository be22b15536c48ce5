// Package article is an example: articles of sections and paragraphs, as DocBook
// has them, in schema/, and the bindings that wbxgen makes of it in articlexml/.
//
// What may stand in a line is a named group, and so one Go type: an emphasis made
// for a paragraph fits a title, a phrase, another emphasis. Mixed content is a list of text and
// such elements in the order of the document.
package article

//go:generate go tool wbxgen generate --schema schema --out articlexml
