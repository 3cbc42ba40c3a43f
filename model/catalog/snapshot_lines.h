// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The lines of a snapshot: which section each belongs to, and where the file is cut off. What a
// line says lives in the reader.
#pragma once

#include "model/result.h"

#include <QByteArray>

#include <functional>
#include <optional>

class QIODevice;

namespace cadastre::snapshot {

enum class Section { Header, Objects, Grants, Dependencies, End };

class SnapshotLines
{
public:
    SnapshotLines(QIODevice& device, const QString& fileName)
        : m_device(device)
        , m_fileName(fileName)
    {
    }

    /// Calls `handle` with the header and every object, from the file's start, without the commas
    /// between lines, until something fails.
    void forEach(const std::function<void(Section, const QByteArray&)>& handle);

    /// Fails at the line that was read last: "FILE cannot be read: WHAT in line N."
    void fail(const QString& what);
    void failWith(const Error& error);
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    QByteArray nextLine();
    Section endOfList(Section section, const QByteArray& line);
    Section expect(Section next, const QByteArray& opening);

    QIODevice& m_device;
    QString m_fileName;
    int m_line = 0;
    std::optional<Error> m_error;
};

} // namespace cadastre::snapshot
