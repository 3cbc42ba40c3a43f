// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The form for one server: address, user, password, protection. A pasted URL fills the fields and
// loses its password to the password field.
#pragma once

#include "model/result.h"
#include "widgets/server_fields.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace cadastre {

struct ReadUrl
{
    ServerFields fields;
    QString password; ///< what stood in the URL
};
/// Takes a URL apart; an error is one sentence.
using UrlReader = std::function<Result<ReadUrl>(const QString& url)>;

class ServerForm : public QWidget
{
    Q_OBJECT
public:
    explicit ServerForm(QWidget* parent = nullptr);

    void setUrlReader(UrlReader reader) { m_readUrl = std::move(reader); }
    void setEngine(ServerEngine engine);
    void setFields(const ServerFields& fields);
    [[nodiscard]] ServerFields fields() const;
    void setPassword(const QString& password);
    [[nodiscard]] QString password() const;
    [[nodiscard]] bool rememberPassword() const;
    /// Takes a typed URL apart; a pasted one is taken at once.
    void finishUrl();
    /// `reason` says why passwords cannot be kept; empty when they can.
    void setKeychainProblem(const QString& reason);
    [[nodiscard]] QLineEdit* passwordField() const { return m_password; }
    /// Names that the field of the SSH host offers while it is typed in.
    void setKnownSshHosts(const QStringList& hosts);
    [[nodiscard]] QLineEdit* sshField() const { return m_sshHost; }
    [[nodiscard]] QLineEdit* urlField() const { return m_url; }

Q_SIGNALS:
    void changed();
    /// A pasted URL belongs to the other engine.
    void engineFound(cadastre::ServerEngine engine);

private:
    void setUpAddress(QFormLayout* form);
    void setUpSecurity(QFormLayout* form);
    void fillTlsChoices();
    void noteUrl(const QString& text);
    void takeUrl();
    void chooseCaFile();
    void describeEngine();

    UrlReader m_readUrl;
    ServerEngine m_engine = ServerEngine::PostgreSql;
    QList<std::pair<QString, QString>> m_otherParameters;
    bool m_urlPending = false;
    qsizetype m_urlLength = 0;
    QLineEdit* m_url = nullptr;
    QLabel* m_urlNote = nullptr;
    QLineEdit* m_host = nullptr;
    QSpinBox* m_port = nullptr;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_password = nullptr;
    QCheckBox* m_remember = nullptr;
    QLineEdit* m_database = nullptr;
    QComboBox* m_tls = nullptr;
    QLineEdit* m_caFile = nullptr;
    QLabel* m_serviceLabel = nullptr;
    QLineEdit* m_service = nullptr;
    QLineEdit* m_sshHost = nullptr;
};

} // namespace cadastre
