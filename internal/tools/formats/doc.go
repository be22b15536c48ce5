// Package formats holds what the program writes and reads to the schemas of
// others: SARIF logs, and configurations by their JSON Schema. It has tests only.
package formats
