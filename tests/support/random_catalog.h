// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Catalogs with every field of every object filled from a seed, so that a round trip that forgets a
// field cannot pass. Names are hostile on purpose.
#pragma once

#include "model/catalog/catalog.h"

#include <QRandomGenerator>

namespace cadastre::test {

class RandomCatalog
{
public:
    explicit RandomCatalog(quint32 seed)
        : m_random(seed)
    {
    }

    SourceCatalog make(int tableCount)
    {
        makeSource();
        for (int i = 0; i < 3; ++i)
            base(m_o.schemas.emplace_back());
        for (int i = 0; i < 4; ++i)
            makeType();
        for (int i = 0; i < 4; ++i)
            makeRoutine();
        for (int i = 0; i < 4; ++i)
            makeRole();
        for (int i = 0; i < tableCount; ++i)
            makeTable();
        for (Constraint& key : m_o.constraints) {
            if (key.kind == ConstraintKind::ForeignKey)
                pointSomewhere(key);
        }
        for (int i = 0; i < tableCount; ++i) {
            makeOther();
            makeGrant();
            m_o.dependencies.push_back({anyTable(), anyColumn(), pick<DependencyKind>(4)});
        }
        return finishSource(std::move(m_o));
    }

private:
    int number(int below) { return static_cast<int>(m_random.bounded(below)); }
    bool flag() { return number(2) == 0; }
    template <typename Enum> Enum pick(int count) { return static_cast<Enum>(number(count)); }

    QString text()
    {
        static const QStringList words{QStringLiteral("plain"),
                                       QStringLiteral("we\"ird"),
                                       QStringLiteral("a.b"),
                                       QStringLiteral("back`tick"),
                                       QStringLiteral("new\nline\ttab"),
                                       QString::fromUtf8("\xf0\x9f\xa6\x84 emoji"),
                                       QString::fromUtf8("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"),
                                       QStringLiteral("back\\slash"),
                                       QString(QChar(1)),
                                       QStringLiteral("a #2"),
                                       QString::fromUtf8("\xc2\x80")};
        return words[number(static_cast<int>(words.size()))] + QString::number(number(100000));
    }
    std::optional<QString> maybe()
    {
        const int choice = number(3);
        return choice == 0 ? std::nullopt : std::optional(choice == 1 ? QString() : text());
    }

    void base(ObjectBase& o)
    {
        o.name = text() + QString::number(m_serial++);
        o.undecodableName = flag();
        o.system = flag();
        o.comment = {text(), pick<CommentOrigin>(3), flag()};
        o.owner = text();
        o.extension = flag() ? text() : QString();
        if (flag())
            o.identity = ServerIdentity{m_random.generate(), 1259, m_random.generate(), number(9)};
        o.notRead = maybe();
        if (flag())
            o.properties = {{text(), text()}, {text(), QString()}};
    }

    void makeSource()
    {
        Source& o = m_o.sources.emplace_back();
        base(o);
        o.name = QStringLiteral("shop");
        o.engine = pick<Engine>(4);
        o.serverVersion = text();
        o.versionNumber = number(200000);
        o.databaseName = text();
        o.location = text();
        o.defaultSchema = text();
        o.encoding = text();
        o.kinds = {{CatalogKind::Tables, ReadState::Read, {}, {}},
                   {CatalogKind::Grants, ReadState::PartlyRead, text(), {text(), text()}},
                   {CatalogKind::Unknown, ReadState::NotRead, text(), {}}};
        o.omissions = {{text(), number(100)}};
        o.changedWhileReading = flag();
    }

    void makeType()
    {
        UserType& o = m_o.types.emplace_back();
        base(o);
        o.schema = {number(3)};
        o.kind = pick<TypeKind>(6);
        o.labels = {text(), text()};
        o.baseType = text();
        o.attributes = {{text(), text()}};
        o.checks = {text()};
        o.defaultExpression = maybe();
        o.notNull = flag();
    }

    void makeRoutine()
    {
        Routine& o = m_o.routines.emplace_back();
        base(o);
        o.schema = {number(3)};
        o.kind = pick<RoutineKind>(5);
        o.argumentTypes = QStringLiteral("integer,\"my \"\"type\",numeric(10,2)");
        o.arguments = text();
        o.returns = text();
        o.language = text();
        o.body = text();
        o.definition = text();
        o.securityDefiner = flag();
    }

    void makeRole()
    {
        Role& o = m_o.roles.emplace_back();
        base(o);
        o.superuser = flag();
        o.canLogin = flag();
        o.bypassesRowSecurity = flag();
        if (m_o.roles.size() > 1) {
            o.memberOf = {{0}};
            if (flag())
                o.bySetRole = {{0}};
        }
    }

    void makeTable()
    {
        const TableId id{static_cast<int>(m_o.tables.size())};
        Table& o = m_o.tables.emplace_back();
        base(o);
        o.schema = {number(3)};
        o.kind = pick<TableKind>(8);
        o.kindCode = flag() ? text() : QString();
        if (id.index > 0 && flag()) {
            o.partitionOf = TableId{number(id.index)};
            o.inherits = {{number(id.index)}};
        }
        o.partitionBound = text();
        o.partitionKey = text();
        o.viewDefinition = text();
        o.broken = maybe();
        o.ddl = text();
        o.foreignServer = text();
        o.virtualModule = text();
        o.collation = text();
        o.characterSet = text();
        o.systemVersioned = flag();
        o.rowSecurity = flag();
        if (flag())
            o.rowEstimate = number(1000) / 7.0;
        if (flag())
            o.sizeBytes = Q_INT64_C(9007199254740993) + number(100);
        const int first = static_cast<int>(m_o.columns.size());
        for (int i = 1; i <= 3; ++i)
            makeColumn(id, i * 2);
        for (int i = 0; i < 3; ++i)
            makeConstraint(id, first);
        makeIndex(id, first);
        makeTrigger(id);
    }

    void makeColumn(TableId table, int position)
    {
        Column& o = m_o.columns.emplace_back();
        base(o);
        o.table = table;
        o.position = position;
        o.type = text();
        if (flag())
            o.userType = TypeId{number(4)};
        o.nullable = flag();
        o.hidden = flag();
        o.generated = pick<Generated>(3);
        o.columnIdentity = pick<Identity>(4);
        o.defaultExpression = maybe();
        o.generationExpression = text();
        o.collation = text();
        o.characterSet = text();
    }

    void makeConstraint(TableId table, int firstColumn)
    {
        Constraint& o = m_o.constraints.emplace_back();
        base(o);
        if (flag())
            o.name.clear();
        o.table = table;
        o.kind = pick<ConstraintKind>(6);
        o.columns = {{firstColumn + 1}, {firstColumn}};
        o.referencedName = text();
        o.onUpdate = pick<ReferentialAction>(5);
        o.onDelete = pick<ReferentialAction>(5);
        o.matchType = text();
        o.deferrable = flag();
        o.initiallyDeferred = flag();
        o.validated = flag();
        o.enforced = flag();
        o.expression = text();
        o.definition = text();
    }

    void pointSomewhere(Constraint& key)
    {
        const int column = number(static_cast<int>(m_o.columns.size()) / 3) * 3;
        key.referencedTable = m_o.columns[column].table;
        key.referencedColumns = {{column}, {column + 2}};
    }

    void makeIndex(TableId table, int firstColumn)
    {
        Index& o = m_o.indexes.emplace_back();
        base(o);
        o.table = table;
        IndexPart plain;
        plain.column = ColumnId{firstColumn};
        plain.prefixLength = number(100);
        IndexPart expression;
        expression.expression = text();
        expression.collation = text();
        expression.operatorClass = text();
        expression.descending = flag();
        expression.nullsFirst = flag();
        o.parts = {plain, expression};
        o.included = {{firstColumn + 2}};
        o.unique = flag();
        o.primary = flag();
        o.valid = flag();
        o.backsConstraint = flag();
        o.method = text();
        o.predicate = text();
        o.definition = text();
    }

    void makeTrigger(TableId table)
    {
        Trigger& o = m_o.triggers.emplace_back();
        base(o);
        o.table = table;
        o.timing = pick<TriggerTiming>(3);
        o.events = text();
        o.level = text();
        o.condition = text();
        if (flag())
            o.routine = RoutineId{number(4)};
        o.calls = text();
        o.body = text();
        o.enabled = flag();
        o.definition = text();
    }

    void makeOther()
    {
        OtherObject& o = m_o.others.emplace_back();
        base(o);
        if (flag())
            o.name = QStringLiteral("same name");
        o.kind = pick<CatalogKind>(24);
        o.kindName = text();
        if (flag())
            o.schema = SchemaId{number(3)};
        if (flag())
            o.about = flag() ? ObjectRef(anyTable()) : ObjectRef(anyColumn());
        o.definition = text();
    }

    void makeGrant()
    {
        Grant& o = m_o.grants.emplace_back();
        o.object = flag() ? ObjectRef(anyTable()) : ObjectRef(SourceId{0});
        if (flag())
            o.grantee = RoleId{number(4)};
        o.privileges = Privileges::fromInt(number(0x10000));
        o.grantable = Privileges::fromInt(number(0x10000));
        o.grantor = text();
        o.otherPrivileges = text();
        o.ownerDefault = flag();
    }

    TableId anyTable() { return {number(static_cast<int>(m_o.tables.size()))}; }
    ColumnId anyColumn() { return {number(static_cast<int>(m_o.columns.size()))}; }

    QRandomGenerator m_random;
    CatalogObjects m_o;
    int m_serial = 0;
};

} // namespace cadastre::test
