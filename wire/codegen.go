package wire

// IsAtLeastCodegen1 is named by generated code, so that code and a runtime that do not fit together fail to compile.
// A later form of generated code brings a constant of its own.
const IsAtLeastCodegen1 = true
