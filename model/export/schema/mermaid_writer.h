// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// MermaidWriter: the lines of a Mermaid diagram, one table or relationship at a time. Private to
// the files of Mermaid.
#pragma once

#include "model/export/schema/mermaid.h"

namespace cadastre {

class MermaidWriter
{
public:
    /// The schema outlives the writer.
    explicit MermaidWriter(const SchemaExport& schema);

    /// In quotes.
    [[nodiscard]] QString name(TableId table) const;
    /// With its columns; `leftOut` says how many of them would be more than the characters.
    [[nodiscard]] QString entity(TableId table, qsizetype mostCharacters, int& leftOut) const;
    [[nodiscard]] QString link(const SchemaLink& link) const;
    /// The language has no arrow: a dotted line that promises nothing about rows, and says what it
    /// is.
    [[nodiscard]] QString read(const SchemaRead& read) const;

private:
    [[nodiscard]] QString attribute(ColumnId id) const;

    const SchemaExport& m_schema;
    ColumnRoles m_roles;
};

/// The first lines of a diagram.
QString mermaidHead(const QString& title);
/// A title for a heading of Markdown.
QString mermaidHeading(const QString& title);

} // namespace cadastre
