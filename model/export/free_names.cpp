// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Collects what is taken, cuts and numbers; see the header.
#include "model/export/free_names.h"

namespace cadastre {

namespace {

constexpr qsizetype postgresqlNameBytes = 63;
constexpr qsizetype mariadbNameCharacters = 64;
constexpr qsizetype sqliteNameCharacters = 200; ///< it has no limit; people have

bool fits(const QString& name, Engine engine)
{
    switch (engine) {
    case Engine::PostgreSql:
        return name.toUtf8().size() <= postgresqlNameBytes;
    case Engine::MariaDb:
    case Engine::MySql:
        return name.size() <= mariadbNameCharacters;
    case Engine::Sqlite:
        return name.size() <= sqliteNameCharacters;
    }
    Q_UNREACHABLE();
}

/// What these engines cannot have in a name is left out: MariaDB has no characters beyond U+FFFF.
QString namePart(const QString& text, Engine engine)
{
    QString part;
    for (QChar c : text) {
        const bool isLost = c.isNull() || (c.isSurrogate() && engine != Engine::PostgreSql);
        if (!isLost)
            part += c;
    }
    return part;
}

QString cutToFit(QString base, const QString& ending, Engine engine)
{
    while (!base.isEmpty() && !fits(QString(base + ending), engine)) {
        const bool isPair = base.size() > 1 && base.back().isLowSurrogate();
        base.chop(isPair ? 2 : 1);
    }
    return base + ending;
}

} // namespace

FreeNames::FreeNames(const Catalog& catalog)
    : m_catalog(catalog)
{
    const CatalogObjects& objects = catalog.objects();
    const auto add = [this](SchemaId schema, const QString& name) {
        m_taken[schema].insert(name.toCaseFolded());
    };
    for (const Table& table : objects.tables)
        add(table.schema, table.name);
    for (const Index& index : objects.indexes)
        add(catalog.table(index.table).schema, index.name);
    for (const Constraint& constraint : objects.constraints)
        add(catalog.table(constraint.table).schema, constraint.name);
    for (const UserType& type : objects.types)
        add(type.schema, type.name);
    for (const OtherObject& other : objects.others) {
        if (other.schema)
            add(*other.schema, other.name);
    }
}

QString FreeNames::take(TableId table, const std::vector<ColumnId>& columns, const QString& suffix)
{
    const SchemaId schema = m_catalog.table(table).schema;
    const Engine engine = m_catalog.source(m_catalog.sourceOf(table)).engine;
    QString base = namePart(m_catalog.table(table).name, engine);
    for (ColumnId id : columns)
        base += QLatin1Char('_') + namePart(m_catalog.column(id).name, engine);
    QString name = cutToFit(base, suffix, engine);
    for (int number = 2; m_taken[schema].contains(name.toCaseFolded()); ++number)
        name = cutToFit(base, QString(QLatin1Char('_') + QString::number(number) + suffix), engine);
    m_taken[schema].insert(name.toCaseFolded());
    return name;
}

} // namespace cadastre
