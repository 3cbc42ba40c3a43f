// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Passwords in the desktop's keychain: asked for only when a person opens a connection, stored only
// when a person said so, never in a file of ours. Everything is asynchronous.
#pragma once

#include <QObject>

#include <functional>

namespace cadastre {

class Keychain : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// `answer` gets why no password can be kept here; an empty text when one can.
    void probe(const std::function<void(const QString& problem)>& answer);
    /// `answer` gets the password of an address; empty when there is none or no keychain.
    void read(const QString& address, const std::function<void(const QString& password)>& answer);
    /// `failed` is called with a sentence when it could not be stored.
    void store(const QString& address, const QString& password,
               const std::function<void(const QString& problem)>& failed);
    void forget(const QString& address);
};

} // namespace cadastre
