// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// FieldWriter and FieldReader: the two archives of snapshot_fields.h. One makes a line of JSON, the
// other takes one apart. References are key texts; who owns which key lives in the writer and the
// reader.
#pragma once

#include "model/catalog/snapshot_words.h"
#include "model/json_text.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>

#include <functional>
#include <span>

namespace cadastre::snapshot {

/// From an object to its key text (without the source's name).
using KeyOf = std::function<QString(ObjectRef)>;

class FieldWriter
{
public:
    FieldWriter(QByteArray& out, const KeyOf& keyOf)
        : m_out(out)
        , m_keyOf(keyOf)
    {
    }

    /// Every field is preceded by a comma, but for the first of an object.
    void beginObject();
    void endObject() { m_out += '}'; }

    void plainText(const char* name, QStringView value);
    void text(const char* name, const QString& value);
    void optionalText(const char* name, const std::optional<QString>& value);
    void texts(const char* name, const std::vector<QString>& values);
    void flag(const char* name, bool value, bool byDefault);
    void number(const char* name, int value);
    void optionalNumber(const char* name, std::optional<double> value);
    void optionalNumber(const char* name, std::optional<qint64> value);
    void optionalNumber(const char* name, std::optional<int> value);
    void identity(const char* name, const std::optional<ServerIdentity>& value);
    void properties(const char* name, const std::vector<Property>& values);
    void catalogKind(const char* name, CatalogKind kind);
    void privileges(const char* name, Privileges value);
    void kindReports(const char* name, const std::vector<KindReport>& reports);
    void omissions(const char* name, const std::vector<Omission>& omissions);
    void indexParts(const char* name, const std::vector<IndexPart>& parts);

    template <typename Enum> void word(const char* name, Enum value)
    {
        key(name);
        (m_out += '"') += Words<Enum>::list[static_cast<std::size_t>(value)];
        m_out += '"';
    }
    template <typename Enum> void word(const char* name, Enum value, Enum byDefault)
    {
        if (value != byDefault)
            word(name, value);
    }

    void requiredReference(const char* name, ObjectRef ref);
    template <typename Ref> void reference(const char* name, const std::optional<Ref>& ref)
    {
        if (ref)
            requiredReference(name, *ref);
    }
    template <typename Ref> void references(const char* name, const std::vector<Ref>& refs)
    {
        if (refs.empty())
            return;
        key(name);
        beginList('[');
        for (const Ref& ref : refs) {
            separate();
            appendJsonString(m_out, m_keyOf(ref));
        }
        endList(']');
    }
    void column(const char* name, const std::optional<ColumnId>& id) { reference(name, id); }
    void columns(const char* name, const std::vector<ColumnId>& ids) { references(name, ids); }

private:
    void key(const char* name);
    void separate();
    void beginList(char bracket);
    void endList(char bracket);

    QByteArray& m_out;
    const KeyOf& m_keyOf;
    bool m_first = true;
};

class FieldReader
{
public:
    using Index = QHash<QString, ObjectRef>;

    FieldReader(QJsonObject object, const Index& index)
        : m_object(std::move(object))
        , m_index(index)
    {
    }

    /// What is wrong with the first field that could not be read; empty when all could.
    [[nodiscard]] const QString& failure() const { return m_failure; }

    void text(const char* name, QString& value);
    void optionalText(const char* name, std::optional<QString>& value);
    void texts(const char* name, std::vector<QString>& values);
    void flag(const char* name, bool& value, bool byDefault);
    void number(const char* name, int& value);
    void optionalNumber(const char* name, std::optional<double>& value);
    void optionalNumber(const char* name, std::optional<qint64>& value);
    void optionalNumber(const char* name, std::optional<int>& value);
    void identity(const char* name, std::optional<ServerIdentity>& value);
    void properties(const char* name, std::vector<Property>& values);
    void catalogKind(const char* name, CatalogKind& kind);
    void privileges(const char* name, Privileges& value);
    void kindReports(const char* name, std::vector<KindReport>& reports);
    void omissions(const char* name, std::vector<Omission>& omissions);
    void indexParts(const char* name, std::vector<IndexPart>& parts);

    template <typename Enum> void word(const char* name, Enum& value)
    {
        value = static_cast<Enum>(wordIndex(name, Words<Enum>::list));
    }
    template <typename Enum> void word(const char* name, Enum& value, Enum byDefault)
    {
        value = byDefault;
        if (has(name))
            word(name, value);
    }

    void requiredReference(const char* name, ObjectRef& ref);
    void reference(const char* name, std::optional<ObjectRef>& ref);
    template <typename Tag> void reference(const char* name, std::optional<Id<Tag>>& id)
    {
        if (has(name))
            id = Id<Tag>{resolve(name, stringOf(name), ObjectRef(Id<Tag>{}).kind)};
    }
    template <typename Tag> void references(const char* name, std::vector<Id<Tag>>& ids)
    {
        for (const QString& key : stringsOf(name))
            ids.push_back(Id<Tag>{resolve(name, key, ObjectRef(Id<Tag>{}).kind)});
    }
    void column(const char* name, std::optional<ColumnId>& id) { reference(name, id); }
    void columns(const char* name, std::vector<ColumnId>& ids) { references(name, ids); }

private:
    [[nodiscard]] bool has(const char* name) const;
    [[nodiscard]] QJsonValue valueOf(const char* name) const;
    QString stringOf(const char* name);
    QStringList stringsOf(const char* name);
    QJsonArray arrayOf(const char* name);
    std::size_t wordIndex(const char* name, std::span<const char* const> words);
    int resolve(const char* name, const QString& key, ObjectKind kind);
    void fail(const char* name);

    QJsonObject m_object;
    const Index& m_index;
    QString m_failure;
};

} // namespace cadastre::snapshot
