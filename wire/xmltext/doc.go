// Package xmltext reads XML as text: a pull [Scanner] over tokens, within [Limits] that suit documents from strangers, with the
// position of everything. It owns well-formedness, namespaces, encodings, entities, and the document type declaration ([DTD]).
// It knows no schema and no Go types, and it fetches nothing.
package xmltext
