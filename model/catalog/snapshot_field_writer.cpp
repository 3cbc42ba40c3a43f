// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// FieldWriter: fields to JSON, absent where null or default.
#include "model/catalog/snapshot_fields.h"
#include "model/catalog/snapshot_json.h"

#include <cmath>

namespace cadastre::snapshot {

void FieldWriter::beginObject()
{
    m_out += '{';
    m_first = true;
}

void FieldWriter::separate()
{
    if (!m_first)
        m_out += ',';
    m_first = false;
}

void FieldWriter::key(const char* name)
{
    separate();
    ((m_out += '"') += name) += "\":";
}

void FieldWriter::beginList(char bracket)
{
    m_out += bracket;
    m_first = true;
}

void FieldWriter::endList(char bracket)
{
    m_out += bracket;
    m_first = false;
}

void FieldWriter::plainText(const char* name, QStringView value)
{
    key(name);
    appendJsonString(m_out, value);
}

void FieldWriter::text(const char* name, const QString& value)
{
    if (!value.isEmpty())
        plainText(name, value);
}

void FieldWriter::optionalText(const char* name, const std::optional<QString>& value)
{
    if (value)
        plainText(name, *value);
}

void FieldWriter::texts(const char* name, const std::vector<QString>& values)
{
    if (values.empty())
        return;
    key(name);
    beginList('[');
    for (const QString& value : values) {
        separate();
        appendJsonString(m_out, value);
    }
    endList(']');
}

void FieldWriter::flag(const char* name, bool value, bool byDefault)
{
    if (value == byDefault)
        return;
    key(name);
    m_out += value ? "true" : "false";
}

void FieldWriter::number(const char* name, int value)
{
    if (value != 0)
        optionalNumber(name, std::optional(value));
}

void FieldWriter::optionalNumber(const char* name, std::optional<double> value)
{
    if (!value || !std::isfinite(*value))
        return;
    key(name);
    m_out += QByteArray::number(*value, 'g', QLocale::FloatingPointShortest);
}

void FieldWriter::optionalNumber(const char* name, std::optional<qint64> value)
{
    if (!value)
        return;
    key(name);
    m_out += QByteArray::number(*value);
}

void FieldWriter::optionalNumber(const char* name, std::optional<int> value)
{
    if (value)
        optionalNumber(name, std::optional<qint64>(*value));
}

void FieldWriter::identity(const char* name, const std::optional<ServerIdentity>& value)
{
    if (value)
        plainText(name, QStringLiteral("%1.%2.%3.%4")
                            .arg(value->databaseOid)
                            .arg(value->classOid)
                            .arg(value->objectOid)
                            .arg(value->subId));
}

void FieldWriter::properties(const char* name, const std::vector<Property>& values)
{
    if (values.empty())
        return;
    key(name);
    beginList('[');
    for (const Property& property : values) {
        separate();
        m_out += '[';
        appendJsonString(m_out, property.label);
        m_out += ',';
        appendJsonString(m_out, property.value);
        m_out += ']';
    }
    endList(']');
}

void FieldWriter::catalogKind(const char* name, CatalogKind kind)
{
    plainText(name, catalogKindName(kind));
}

void FieldWriter::privileges(const char* name, Privileges value)
{
    const bool other = value.testFlag(Privilege::Other);
    text(name, privilegesText(value, other ? QStringLiteral("OTHER") : QString()));
}

void FieldWriter::kindReports(const char* name, const std::vector<KindReport>& reports)
{
    key(name);
    beginObject();
    for (const KindReport& report : reports) {
        key(catalogKindName(report.kind).toLatin1().constData());
        beginObject();
        word("state", report.state);
        text("reason", report.reason);
        texts("missing", report.missingObjects);
        endObject();
        m_first = false;
    }
    endList('}');
}

void FieldWriter::omissions(const char* name, const std::vector<Omission>& omissions)
{
    if (omissions.empty())
        return;
    key(name);
    beginList('[');
    for (const Omission& omission : omissions) {
        separate();
        beginObject();
        plainText("what", omission.what);
        number("count", omission.count);
        endList('}');
    }
    endList(']');
}

void FieldWriter::indexParts(const char* name, const std::vector<IndexPart>& parts)
{
    if (parts.empty())
        return;
    key(name);
    beginList('[');
    for (const IndexPart& part : parts) {
        separate();
        beginObject();
        indexPartFields(*this, part);
        endList('}');
    }
    endList(']');
}

void FieldWriter::requiredReference(const char* name, ObjectRef ref)
{
    plainText(name, m_keyOf(ref));
}

} // namespace cadastre::snapshot
