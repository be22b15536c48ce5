// Package schemaset turns the annotated master under master/ into the schema
// sets under schemas/: one set of seventeen documents for each release of the
// Webex Meetings XML API that has a schema of its own, and a manifest.
//
// The master is written once for all releases, so that the sets cannot drift
// apart. What exists only in some releases, or rests on weak evidence, says so
// in its annotation:
//
//	<xsd:element name="meetingUUID" type="xsd:string" minOccurs="0">
//	  <xsd:annotation>
//	    <xsd:appinfo source="urn:wbxgen:release">
//	      <rel:in since="40.6.0" basis="confirmed" note="release notes"/>
//	    </xsd:appinfo>
//	  </xsd:annotation>
//	</xsd:element>
//
// since is the first release that has the component, until the first that no
// longer has it. basis is one of
//
//   - confirmed: a published schema, release notes or a recording show it
//   - assumed: it is documented, but its type, place or occurrence is not
//   - inferred: no source shows it; it follows from its neighbours
//   - arrangement: a type of ours that accepts the same documents
//
// The package writes nothing itself; the program in cmd/schemaset does:
//
//	go run ./internal/schemaset/cmd/schemaset
//
// It knows the layout of the master and nothing of XML Schema beyond that: the
// compiler in internal/xsd/compile is what judges the sets.
package schemaset
