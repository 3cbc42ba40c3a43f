// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A free name for the view of a draft, as long as the engine takes; see the header.
#include "model/boundaries/contracts/contract_draft_parts.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype postgresqlViewNameBytes = 63;
constexpr qsizetype mariadbViewNameCharacters = 64;
constexpr qsizetype comparedCharacters = 8; ///< most names differ in these already

bool isShortEnough(const QString& name, Engine engine)
{
    switch (engine) {
    case Engine::PostgreSql:
        return name.toUtf8().size() <= postgresqlViewNameBytes;
    case Engine::MariaDb:
    case Engine::MySql:
        return name.size() <= mariadbViewNameCharacters;
    case Engine::Sqlite:
        return true;
    }
    Q_UNREACHABLE();
}

/// `v_products` of `products`; a view that is called v_ already keeps its name, without a version.
QString draftStem(const QString& table)
{
    const QString family = versionedName(table).family;
    return family.startsWith(QLatin1String("v_"), Qt::CaseInsensitive)
               ? family
               : QString(QStringLiteral("v_") + family);
}

QString cutToLength(QString stem, const QString& ending, Engine engine)
{
    while (stem.size() > 1 && !isShortEnough(QString(stem + ending), engine))
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    return stem + ending;
}

} // namespace

void nameDraft(const Catalog& catalog, ContractDraft& draft)
{
    const Table& base = catalog.table(draft.base);
    const Engine engine = catalog.source(catalog.sourceOf(draft.base)).engine;
    const QString stem = draftStem(base.name);
    QStringList taken;
    int version = 1;
    const QStringView beginning = QStringView(stem).left(comparedCharacters);
    for (const Table& table : catalog.tablesOf(base.schema)) {
        if (!QStringView(table.name).startsWith(beginning, Qt::CaseInsensitive))
            continue;
        taken << table.name.toCaseFolded();
        const VersionedName named = versionedName(table.name);
        const std::vector<int> numbers = versionNumbers(named.version);
        if (!numbers.empty() && named.family.compare(stem, Qt::CaseInsensitive) == 0)
            version = std::max(version, numbers.front() + 1);
    }
    do {
        draft.version = QStringLiteral("v%1").arg(version++);
        draft.viewName = cutToLength(stem, QString(QLatin1Char('_') + draft.version), engine);
    } while (taken.contains(draft.viewName.toCaseFolded()));
}

} // namespace cadastre
