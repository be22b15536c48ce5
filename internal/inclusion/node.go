package inclusion

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// Node is a particle in normal form.
type Node = content.Node

// Symbol is a letter of a content model.
type Symbol = content.Letter

// Content returns the content of a type as a sequence that occurs once.
func Content(p *xsd.Particle) *Node { return content.Tree(p) }
