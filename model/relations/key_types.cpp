// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Chooses the engine's rule for a pair of columns; the rules have a file each.
#include "model/relations/key_types.h"

namespace cadastre {

namespace {

KeyTypeEnd keyTypeEnd(const Catalog& catalog, ColumnId id)
{
    const Column& column = catalog.column(id);
    const Table& table = catalog.table(column.table);
    KeyTypeEnd end{typeShape(catalog, id), column.type, column.characterSet, column.collation};
    if (end.characterSet.isEmpty())
        end.characterSet = table.characterSet;
    if (end.collation.isEmpty())
        end.collation = table.collation;
    return end;
}

} // namespace

KeyTypeJudgement judgeKeyTypes(const Catalog& catalog, ColumnId child, ColumnId parent)
{
    const KeyTypeEnd childEnd = keyTypeEnd(catalog, child);
    const KeyTypeEnd parentEnd = keyTypeEnd(catalog, parent);
    const Engine engine = catalog.source(catalog.sourceOf(child)).engine;
    switch (engine) {
    case Engine::PostgreSql:
        return judgePostgreSqlKeyTypes(childEnd, parentEnd);
    case Engine::MariaDb:
    case Engine::MySql:
        return judgeMariaDbKeyTypes(childEnd, parentEnd, engine);
    case Engine::Sqlite:
        return judgeSqliteKeyTypes(childEnd, parentEnd);
    }
    Q_UNREACHABLE();
}

KeyTypeJudgement judgeKeyTypes(const Catalog& catalog, const std::vector<ColumnId>& child,
                               const std::vector<ColumnId>& parent)
{
    Q_ASSERT(child.size() == parent.size());
    KeyTypeJudgement worst;
    for (std::size_t i = 0; i < child.size(); ++i) {
        KeyTypeJudgement judgement = judgeKeyTypes(catalog, child[i], parent[i]);
        if (judgement.fit > worst.fit)
            worst = std::move(judgement);
    }
    return worst;
}

} // namespace cadastre
