// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the checks of comments share: the comment being checked, what the catalog says of its
// object, and where problems go. Each family of checks is one file beside this one.
#pragma once

#include "model/notes/comment_checks.h"
#include "model/notes/comment_text.h"
#include "model/notes/note_tags.h"
#include "model/relations/sql/catalog_names.h"

namespace cadastre {

/// One comment with its parts.
struct CheckedComment
{
    ObjectRef object;
    std::optional<TableId> table;   ///< the table that it is about or stands in
    std::optional<ColumnId> column; ///< of a column's comment
    QString text;
    CommentText parts;
};

/// Everything a check may ask; what costs a walk over the catalog is made when first needed.
class CommentCheckFacts
{
public:
    explicit CommentCheckFacts(const CommentCheckInput& input);

    [[nodiscard]] const CommentCheckInput& input() const { return m_input; }
    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }
    /// The only values that a column may hold; null where nothing limits them.
    [[nodiscard]] const QStringList* allowedValues(ColumnId column) const;
    /// The tables of the source by name.
    [[nodiscard]] const CatalogNames& names(SourceId source) const;
    /// Whether a table that is not in the catalog is not in the database either.
    [[nodiscard]] bool knowsAllTables(SourceId source) const;
    /// The same of columns.
    [[nodiscard]] bool knowsAllColumns(SourceId source) const;
    [[nodiscard]] Engine engineOf(ObjectRef object) const;
    /// The base type of a domain, else the column's own.
    [[nodiscard]] QString typeOf(ColumnId column) const;

private:
    const CommentCheckInput& m_input;
    const Catalog& m_catalog;
    mutable std::optional<QHash<ColumnId, QStringList>> m_allowed;
    mutable QHash<SourceId, std::shared_ptr<const CatalogNames>> m_names;
};

class CommentProblems
{
public:
    void add(CommentProblemKind kind, ObjectRef object, const QString& sentence,
             const QString& suggestion = {})
    {
        m_found.push_back({kind, object, sentence, suggestion});
    }
    /// Sorted by object, then kind; each once.
    std::vector<CommentProblem> take();

private:
    std::vector<CommentProblem> m_found;
};

void checkTags(const CommentCheckFacts& facts, const CheckedComment& comment,
               CommentProblems& problems);
void checkNamesOfPeople(const CommentCheckFacts& facts, const CheckedComment& comment,
                        CommentProblems& problems);
void checkReferences(const CommentCheckFacts& facts, const CheckedComment& comment,
                     CommentProblems& problems);
void checkWords(const CommentCheckFacts& facts, const CheckedComment& comment,
                CommentProblems& problems);
/// Of columns only.
void checkValues(const CommentCheckFacts& facts, const CheckedComment& comment,
                 CommentProblems& problems);
void checkValuesInWords(const CommentCheckFacts& facts, const CheckedComment& comment,
                        CommentProblems& problems);
void checkValuesAgainstData(const CommentCheckFacts& facts, const CheckedComment& comment,
                            CommentProblems& problems);
void checkSentinels(const CommentCheckFacts& facts, const CheckedComment& comment,
                    CommentProblems& problems);
void checkFormats(const CommentCheckFacts& facts, const CheckedComment& comment,
                  CommentProblems& problems);

/// Whether a value as it stands in a note may be one of this column's type; true where that cannot
/// be told.
bool fitsColumnType(const CommentCheckFacts& facts, ColumnId column, const QString& value);
/// The values of all notes of this name, quotes around them taken off. A list item without a
/// meaning that is no value of the column belongs to the meaning in front of it
/// (`0=UNKNOWN, the parking place`).
std::vector<ValueMeaning> notedValues(const CommentCheckFacts& facts, const CheckedComment& comment,
                                      const QString& tag);
/// "0, 1, 2 and 9", at most eight, then "and 12 more".
QString listInWords(const QStringList& values);

} // namespace cadastre
