// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Type names and what they hold; see the header.
#include "model/dialect/value_family.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace cadastre {

namespace {

using FamilyByName = QHash<QString, ValueFamily>;

void addFamilyNames(FamilyByName& families, ValueFamily family, const char* names)
{
    for (const QString& name : QString::fromLatin1(names).split(QLatin1Char(',')))
        families.insert(name, family);
}

/// Names of PostgreSQL, MariaDB and MySQL; where they share one it means the same.
const FamilyByName& serverFamilies()
{
    static const FamilyByName families = [] {
        FamilyByName all;
        addFamilyNames(all, ValueFamily::Integer,
                       "smallint,integer,bigint,int,tinyint,mediumint,int2,int4,int8,oid,year,"
                       "smallserial,serial,bigserial");
        addFamilyNames(all, ValueFamily::Number,
                       "numeric,decimal,real,double precision,double,float,float4,float8");
        addFamilyNames(all, ValueFamily::Text,
                       "text,character varying,varchar,character,char,bpchar,name,citext,tinytext,"
                       "mediumtext,longtext,enum,set");
        addFamilyNames(all, ValueFamily::Uuid, "uuid");
        addFamilyNames(all, ValueFamily::Moment, "date,timestamp,datetime,time");
        addFamilyNames(all, ValueFamily::Boolean, "boolean,bool");
        addFamilyNames(all, ValueFamily::Binary,
                       "bytea,binary,varbinary,blob,tinyblob,mediumblob,longblob,bit");
        return all;
    }();
    return families;
}

/// Source: https://sqlite.org/datatype3.html, 3.1 "Determination Of Column Affinity".
ValueFamily sqliteAffinity(const QString& type)
{
    const auto has = [&](const char* word) {
        return type.contains(QLatin1String(word), Qt::CaseInsensitive);
    };
    if (has("INT"))
        return ValueFamily::Integer;
    if (has("CHAR") || has("CLOB") || has("TEXT"))
        return ValueFamily::Text;
    if (type.isEmpty() || has("BLOB"))
        return ValueFamily::Binary;
    return ValueFamily::Number;
}

bool holdsNumbers(ValueFamily family)
{
    return family == ValueFamily::Integer || family == ValueFamily::Number;
}

/// "int" and "integer" are one; sizes and signs are not.
QString mariaDbIntegerName(const QString& type)
{
    QString name = baseTypeName(type);
    if (name == QLatin1String("integer"))
        name = QStringLiteral("int");
    if (type.contains(QLatin1String("unsigned"), Qt::CaseInsensitive))
        name += QStringLiteral(" unsigned");
    return name;
}

} // namespace

QString baseTypeName(const QString& type)
{
    static const QRegularExpression noise(
        QStringLiteral("\\([^)]*\\)|\\b(unsigned|signed|zerofill|with(out)? time zone)\\b"));
    QString name = type.toLower();
    return name.remove(noise).simplified();
}

ValueFamily valueFamily(Engine engine, const QString& type)
{
    if (engine == Engine::Sqlite)
        return sqliteAffinity(type);
    return serverFamilies().value(baseTypeName(type), ValueFamily::Other);
}

bool canReferenceType(Engine engine, const QString& childType, const QString& parentType)
{
    const ValueFamily child = valueFamily(engine, childType);
    const ValueFamily parent = valueFamily(engine, parentType);
    const bool bothNumbers = holdsNumbers(child) && holdsNumbers(parent);
    switch (engine) {
    case Engine::Sqlite:
        return child == parent || bothNumbers;
    case Engine::PostgreSql:
        if (child == ValueFamily::Other || parent == ValueFamily::Other)
            return childType == parentType;
        return child == parent || bothNumbers;
    case Engine::MariaDb:
    case Engine::MySql:
        if (child == ValueFamily::Text && parent == ValueFamily::Text)
            return true;
        return mariaDbIntegerName(childType) == mariaDbIntegerName(parentType);
    }
    Q_UNREACHABLE();
}

} // namespace cadastre
