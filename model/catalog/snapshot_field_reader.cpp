// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// FieldReader: fields from JSON. A field of the wrong shape is remembered as failure; the caller
// says in which line.
#include "model/catalog/snapshot_fields.h"
#include "model/catalog/snapshot_json.h"

#include <QJsonArray>

namespace cadastre::snapshot {

bool FieldReader::has(const char* name) const
{
    return m_object.contains(QLatin1String(name));
}

QJsonValue FieldReader::valueOf(const char* name) const
{
    return m_object.value(QLatin1String(name));
}

void FieldReader::fail(const char* name)
{
    if (m_failure.isEmpty())
        m_failure = QStringLiteral("field \"%1\" is wrong").arg(QLatin1String(name));
}

QString FieldReader::stringOf(const char* name)
{
    const QJsonValue value = valueOf(name);
    if (!value.isString() && !value.isUndefined())
        fail(name);
    return value.toString();
}

QJsonArray FieldReader::arrayOf(const char* name)
{
    const QJsonValue value = valueOf(name);
    if (!value.isArray() && !value.isUndefined())
        fail(name);
    return value.toArray();
}

QStringList FieldReader::stringsOf(const char* name)
{
    QStringList strings;
    for (const QJsonValue value : arrayOf(name)) {
        if (!value.isString())
            fail(name);
        strings << value.toString();
    }
    return strings;
}

void FieldReader::text(const char* name, QString& value)
{
    value = stringOf(name);
}

void FieldReader::optionalText(const char* name, std::optional<QString>& value)
{
    if (has(name))
        value = stringOf(name);
}

void FieldReader::texts(const char* name, std::vector<QString>& values)
{
    for (const QString& value : stringsOf(name))
        values.push_back(value);
}

void FieldReader::flag(const char* name, bool& value, bool byDefault)
{
    const QJsonValue found = valueOf(name);
    if (!found.isBool() && !found.isUndefined())
        fail(name);
    value = found.toBool(byDefault);
}

void FieldReader::number(const char* name, int& value)
{
    std::optional<int> number;
    optionalNumber(name, number);
    value = number.value_or(0);
}

void FieldReader::optionalNumber(const char* name, std::optional<double>& value)
{
    if (!has(name))
        return;
    if (!valueOf(name).isDouble())
        fail(name);
    value = valueOf(name).toDouble();
}

void FieldReader::optionalNumber(const char* name, std::optional<qint64>& value)
{
    if (!has(name))
        return;
    if (!valueOf(name).isDouble())
        fail(name);
    value = valueOf(name).toInteger();
}

void FieldReader::optionalNumber(const char* name, std::optional<int>& value)
{
    std::optional<qint64> number;
    optionalNumber(name, number);
    if (number)
        value = static_cast<int>(*number);
}

void FieldReader::identity(const char* name, std::optional<ServerIdentity>& value)
{
    if (!has(name))
        return;
    const QStringList parts = stringOf(name).split(QLatin1Char('.'));
    if (parts.size() != 4)
        return fail(name);
    value =
        ServerIdentity{parts[0].toUInt(), parts[1].toUInt(), parts[2].toUInt(), parts[3].toInt()};
}

void FieldReader::properties(const char* name, std::vector<Property>& values)
{
    for (const QJsonValue value : arrayOf(name)) {
        const QJsonArray pair = value.toArray();
        if (pair.size() != 2)
            return fail(name);
        values.push_back({pair[0].toString(), pair[1].toString()});
    }
}

void FieldReader::catalogKind(const char* name, CatalogKind& kind)
{
    const auto found = catalogKindFromName(stringOf(name));
    if (!found)
        return fail(name);
    kind = *found;
}

void FieldReader::privileges(const char* name, Privileges& value)
{
    const QString text = stringOf(name);
    for (const QString& word : text.split(QLatin1String(", "), Qt::SkipEmptyParts)) {
        Privileges found;
        if (word == QLatin1String("OTHER"))
            found = Privilege::Other;
        for (quint32 bit = 1; bit < static_cast<quint32>(Privilege::Other) && !found; bit <<= 1) {
            const auto privilege = static_cast<Privilege>(bit);
            if (privilegesText(privilege) == word)
                found = privilege;
        }
        if (!found)
            return fail(name);
        value |= found;
    }
}

void FieldReader::kindReports(const char* name, std::vector<KindReport>& reports)
{
    const QJsonObject kinds = valueOf(name).toObject();
    for (auto it = kinds.begin(); it != kinds.end(); ++it) {
        const auto kind = catalogKindFromName(it.key());
        if (!kind || !it->isObject())
            return fail(name);
        FieldReader fields(it->toObject(), m_index);
        KindReport report;
        report.kind = *kind;
        fields.word("state", report.state);
        fields.text("reason", report.reason);
        fields.texts("missing", report.missingObjects);
        if (!fields.failure().isEmpty())
            return fail(name);
        reports.push_back(std::move(report));
    }
}

void FieldReader::omissions(const char* name, std::vector<Omission>& omissions)
{
    for (const QJsonValue value : arrayOf(name)) {
        FieldReader fields(value.toObject(), m_index);
        Omission omission;
        fields.text("what", omission.what);
        fields.number("count", omission.count);
        omissions.push_back(std::move(omission));
    }
}

void FieldReader::indexParts(const char* name, std::vector<IndexPart>& parts)
{
    for (const QJsonValue value : arrayOf(name)) {
        FieldReader fields(value.toObject(), m_index);
        IndexPart part;
        indexPartFields(fields, part);
        if (!fields.failure().isEmpty())
            return fail(name);
        parts.push_back(std::move(part));
    }
}

std::size_t FieldReader::wordIndex(const char* name, std::span<const char* const> words)
{
    const QString word = stringOf(name);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (word == QLatin1String(words[i]))
            return i;
    }
    fail(name);
    return 0;
}

int FieldReader::resolve(const char* name, const QString& key, ObjectKind kind)
{
    const auto found = m_index.constFind(key);
    if (found != m_index.constEnd() && found->kind == kind)
        return found->index;
    fail(name);
    return 0;
}

void FieldReader::requiredReference(const char* name, ObjectRef& ref)
{
    const auto found = m_index.constFind(stringOf(name));
    if (found == m_index.constEnd())
        return fail(name);
    ref = *found;
}

void FieldReader::reference(const char* name, std::optional<ObjectRef>& ref)
{
    if (!has(name))
        return;
    ObjectRef found;
    requiredReference(name, found);
    ref = found;
}

} // namespace cadastre::snapshot
